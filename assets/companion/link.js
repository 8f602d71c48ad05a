"use strict";
// The one way from a scanning page to the laptop: one request at a time, sent again until it is acknowledged.
// Over a WebSocket; where the browser takes none with the laptop's own certificate, by POST.
const SILENT_MS = 4000, AGAIN_MS = 700, SOCKET_TRIES = 2;

class Link {
  // heard(told) gets each acknowledgement; state("up" | "down" | "gone") how the connection is.
  constructor(heard, state) {
    this.heard = heard;
    this.state = state;
    this.pending = null;
    this.failures = 0;
    this.everOpen = false;
    this.ended = false;
    const random = crypto.getRandomValues(new Uint8Array(5));
    this.page = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
    this.count = 0;
    this.open();
  }

  number() {
    this.count += 1;
    return `${this.page}-${this.count}`;
  }

  get isFree() { return this.pending === null && !this.ended; }

  // Sends a JPEG (a Blob); it stays pending, and is sent again, until its acknowledgement has come.
  // False, and nothing done, while another one is pending.
  async send(jpeg, more = {}) {
    if (!this.isFree) return false;
    const id = this.number();
    this.pending = { id, more, bytes: null };
    this.pending.bytes = await this.message(id, jpeg);
    this.sendPending();
    return true;
  }

  async message(id, jpeg) {
    const name = new TextEncoder().encode(id);
    const picture = new Uint8Array(await jpeg.arrayBuffer());
    const all = new Uint8Array(1 + name.length + picture.length);
    all[0] = name.length;
    all.set(name, 1);
    all.set(picture, 1 + name.length);
    return all;
  }

  open() {
    if (this.ended) return;
    if (!this.everOpen && this.failures >= SOCKET_TRIES) {
      this.socket = null;
      this.sendPending();
      return;
    }
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    let socket;
    try { socket = new WebSocket(`${scheme}://${location.host}/quet/anh`); } catch { this.failed(); return; }
    this.socket = socket;
    socket.onopen = () => {
      this.everOpen = true;
      this.failures = 0;
      this.state("up");
      this.sendPending();
    };
    socket.onmessage = (event) => { if (socket === this.socket) this.acknowledged(JSON.parse(event.data)); };
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      if (event.code === 4401) this.end();
      else this.failed();
    };
  }

  failed() {
    clearTimeout(this.silence);
    this.failures += 1;
    this.socket = undefined;
    if (this.everOpen || this.failures >= SOCKET_TRIES) this.state("down");
    setTimeout(() => this.open(), AGAIN_MS);
  }

  sendPending() {
    if (!this.pending || !this.pending.bytes || this.ended) return;
    if (this.socket === null) { this.post(this.pending); return; }
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(this.pending.bytes);
    clearTimeout(this.silence);
    // A Wi-Fi that is gone closes nothing: silence is what tells.
    this.silence = setTimeout(() => { const old = this.socket; this.failed(); old && old.close(); }, SILENT_MS);
  }

  async post(pending) {
    try {
      const answer = await fetch("/quet/anh", {
        method: "POST", body: pending.bytes, headers: { "Content-Type": "application/octet-stream" },
        signal: AbortSignal.timeout(SILENT_MS),
      });
      if (answer.status === 403) { this.end(); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      this.state("up");
      this.acknowledged(await answer.json());
    } catch {
      this.state("down");
      setTimeout(() => this.sendPending(), AGAIN_MS);
    }
  }

  acknowledged(told) {
    if (!this.pending || told.id !== this.pending.id) return;
    clearTimeout(this.silence);
    const { more } = this.pending;
    this.pending = null;
    this.heard(told, more);
  }

  end() {
    this.ended = true;
    this.pending = null;
    clearTimeout(this.silence);
    this.state("gone");
    if (this.socket) this.socket.close();
  }

  // A small request by POST, tried until it is answered: its own number makes that harmless.
  async ask(path, asked) {
    for (;;) {
      if (this.ended) return { refused: "" };
      try {
        const answer = await fetch(path, {
          method: "POST", body: JSON.stringify(asked), headers: { "Content-Type": "application/json" },
          signal: AbortSignal.timeout(SILENT_MS),
        });
        if (answer.status === 403) { this.end(); return { refused: "" }; }
        if (answer.ok) return await answer.json();
        return { refused: String(answer.status) };
      } catch {
        this.state("down");
        await new Promise((later) => setTimeout(later, AGAIN_MS));
      }
    }
  }
}
