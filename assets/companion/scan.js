"use strict";
// The door on a phone. What is shown as done was acknowledged by the laptop; all else is not done.
const words = JSON.parse(document.getElementById("words").textContent);
const at = (id) => document.getElementById(id);
const FRAME_WIDTH = 640, PHOTO_SIDE = 1600, BETWEEN_MS = 70, SURE_MS = 4000, SEARCH_MS = 180;
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

const camera = document.createElement("canvas");
let isOver = false, stream = null, sound = null, wake = null, last = null, sure = 0;
const link = new Link(heard, connection);

function connection(state) {
  if (isOver) return;
  if (state === "gone") { over(); return; }
  document.body.classList.toggle("lost", state === "down");
  at("lost").hidden = state !== "down";
}

function over() {
  isOver = true;
  stopCamera();
  follow.close();
  // Nothing that was shown stays: names are for paired phones alone.
  const told = document.createElement("p");
  told.id = "over";
  told.textContent = words.gone;
  document.body.replaceChildren(told);
  document.body.className = "scan gone";
}

// --- how things stand -------------------------------------------------------------------------------------
const follow = new EventSource("/quet/theo-doi");
follow.onmessage = (event) => {
  const told = JSON.parse(event.data);
  at("standing").textContent = told.standing;
  at("phone").textContent = told.name;
  at("problem").textContent = told.problem;
  at("problem").hidden = !told.problem;
  at("to-find").hidden = !told.may_search;
  if (link.pending === null) connection("up");
};
follow.addEventListener("gone", () => link.end());
follow.onerror = () => {
  if (link.ended) return;
  connection("down");
  // Refused, not out of reach: the laptop knows this phone no more, and says so on the page for pairing.
  if (follow.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 1000);
};

// --- the camera -------------------------------------------------------------------------------------------
async function startCamera() {
  ready();
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } }, audio: false,
    });
  } catch {
    at("hint").textContent = words.no_camera;
    at("hint").hidden = false;
    at("begin").hidden = true;
    return;
  }
  at("video").srcObject = stream;
  await at("video").play();
  document.body.classList.add("watching");
  offerLight();
  keepAwake();
  setTimeout(look, 0);
}

function stopCamera() {
  if (stream) stream.getTracks().forEach((track) => track.stop());
  stream = null;
}

async function look() {
  if (!stream || link.ended) return;
  const busy = document.querySelector("dialog[open]") || !link.isFree || document.hidden;
  const video = at("video");
  if (!busy && video.videoWidth) {
    const scale = Math.min(1, FRAME_WIDTH / video.videoWidth);
    const jpeg = await drawn(video, video.videoWidth * scale, video.videoHeight * scale, 0.6);
    if (jpeg) await link.send(jpeg);
  }
  setTimeout(look, BETWEEN_MS);
}

function drawn(picture, width, height, quality, canvas = camera) {
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext("2d", { willReadFrequently: false }).drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}

async function takePhoto(event) {
  ready();
  const file = event.target.files[0];
  event.target.value = "";
  if (!file) return;
  show({ tone: "none", sign: "", word: words.reading });
  let picture;
  try { picture = await createImageBitmap(file); } catch { show({ tone: "misread", sign: "?", word: words.no_code }); return; }
  const scale = Math.min(1, PHOTO_SIDE / Math.max(picture.width, picture.height));
  const jpeg = await drawn(picture, picture.width * scale, picture.height * scale, 0.8, document.createElement("canvas"));
  while (!link.ended && !(await link.send(jpeg, { photo: true }))) await new Promise((later) => setTimeout(later, 50));
}

// --- answers ----------------------------------------------------------------------------------------------
function heard(told, more) {
  connection("up");
  if (told.refused) {
    show({ tone: "refused", sign: "✖", word: told.refused, bells: [0, 0.15, 0.3] });
  } else if (told.answer) {
    answered(told.answer);
  } else if (more.photo) {
    show({ tone: "misread", sign: "?", word: told.seen ? words.same : words.no_code, bells: [0, 0.15] });
  }
}

function answered(answer) {
  last = answer;
  unsure();
  show(answer);
}

function show(answer) {
  at("answer").dataset.tone = answer.tone;
  at("answer").dataset.status = answer.status || "";
  at("sign").textContent = answer.sign;
  at("word").textContent = answer.word;
  const guest = answer.guest;
  at("name").textContent = guest ? guest.name : "";
  at("where").textContent = guest ? `${String(guest.number).padStart(3, "0")} · ${guest.where}` : "";
  at("line").textContent = answer.line || "";
  at("count").textContent = answer.count || "";
  at("to-party").disabled = at("to-undo").disabled = !answer.number;
  if (answer.bells) ring(answer);
}

function ready() {
  const Sound = window.AudioContext || window.webkitAudioContext;
  if (!sound && Sound) sound = new Sound();
  if (sound) sound.resume();
}

function ring(answer) {
  const pitch = { welcome: 1320, again: 660, refused: 240, misread: 440 }[answer.tone] || 660;
  if (navigator.vibrate) navigator.vibrate(answer.bells.flatMap((_at, n) => (n ? [90, 110] : [110])));
  if (!sound) return;
  for (const later of answer.bells) {
    const tone = sound.createOscillator(), loud = sound.createGain(), begin = sound.currentTime + later;
    tone.type = answer.tone === "refused" ? "square" : "sine";
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.35, begin);
    loud.gain.exponentialRampToValueAtTime(0.001, begin + 0.13);
    tone.connect(loud).connect(sound.destination);
    tone.start(begin);
    tone.stop(begin + 0.14);
  }
}

// --- light, screen ----------------------------------------------------------------------------------------
function offerLight() {
  const [track] = stream.getVideoTracks();
  const can = track.getCapabilities ? track.getCapabilities() : {};
  at("light").hidden = !can.torch;
  at("light").onclick = async () => {
    const on = at("light").getAttribute("aria-pressed") !== "true";
    try { await track.applyConstraints({ advanced: [{ torch: on }] }); } catch { return; }
    at("light").setAttribute("aria-pressed", String(on));
  };
}

async function keepAwake() {
  if (!navigator.wakeLock || document.hidden) return;
  try { wake = await navigator.wakeLock.request("screen"); } catch { wake = null; }
}
document.addEventListener("visibilitychange", () => { if (stream && !document.hidden) keepAwake(); });

// --- who came ---------------------------------------------------------------------------------------------
let chosen = "";
function openParty() {
  const party = last.party || { relation: "", substitute: "", people: 1 };
  chosen = party.relation;
  at("party-name").textContent = last.guest.name;
  at("substitute").value = party.substitute;
  at("people").textContent = party.people;
  at("relations").replaceChildren(...last.relations.map(relationButton));
  told("party", "");
  at("party").showModal();
}

function relationButton([relation, label]) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-pressed", String(relation === chosen));
  button.onclick = () => {
    chosen = relation;
    if (!relation) at("substitute").value = "";
    for (const other of at("relations").children) other.setAttribute("aria-pressed", String(other === button));
  };
  return button;
}

function count(step) {
  at("people").textContent = Math.max(1, Math.min(20, Number(at("people").textContent) + step));
}

async function saveParty() {
  const asked = { guest: last.guest.number, relation: chosen, substitute: at("substitute").value, people: Number(at("people").textContent) };
  const answer = await link.ask("/quet/di-thay", asked);
  if (answer.refused !== undefined) { told("party", answer.refused); return; }
  connection("up");
  last.party = answer.party;
  at("line").textContent = answer.party.line;
  at("party").close();
}

// --- taking back ------------------------------------------------------------------------------------------
function unsure() {
  clearTimeout(sure);
  sure = 0;
  at("to-undo").classList.remove("sure");
  at("to-undo").textContent = words.undo;
}

async function takeBack() {
  if (!sure) {
    at("to-undo").textContent = say(words.undo_sure, last.guest);
    at("to-undo").classList.add("sure");
    sure = setTimeout(unsure, SURE_MS);
    return;
  }
  unsure();
  const answer = await link.ask("/quet/lay-lai", { number: last.number });
  if (answer.refused !== undefined) { show({ tone: "refused", sign: "✖", word: answer.refused, bells: [0, 0.15, 0.3] }); return; }
  connection("up");
  show({ tone: "misread", status: "undone", sign: "↶", word: say(words.undone, answer), bells: [0] });
}

// --- finding by name --------------------------------------------------------------------------------------
let searching = 0, asked = 0;
function search() {
  clearTimeout(searching);
  searching = setTimeout(async () => {
    const mine = ++asked;
    const answer = await link.ask("/quet/tim", { text: at("query").value });
    if (mine !== asked) return;
    connection("up");
    const found = answer.found || [];
    at("found").replaceChildren(...found.map(foundRow));
    told("find", answer.refused || (found.length || !at("query").value.trim() ? "" : words.nobody));
  }, SEARCH_MS);
}

function foundRow(guest) {
  const row = document.createElement("li"), choose = document.createElement("button"), small = document.createElement("small");
  choose.textContent = `${String(guest.number).padStart(3, "0")}  ${guest.name}`;
  small.textContent = guest.came ? `${guest.where} · ${say(words.came, { time: guest.came })}` : guest.where;
  choose.append(small);
  choose.onclick = () => {
    at("found").querySelectorAll(".let").forEach((one) => one.remove());
    const let_in = document.createElement("button");
    let_in.className = "let";
    let_in.textContent = `${words.let_in}: ${guest.name}`;
    let_in.onclick = () => letIn(guest, let_in);
    row.append(let_in);
  };
  row.append(choose);
  return row;
}

async function letIn(guest, button) {
  button.disabled = true;
  ready();
  const answer = await link.ask("/quet/cho-vao", { guest: guest.number, number: link.number() });
  if (answer.refused !== undefined) { told("find", answer.refused); button.disabled = false; return; }
  connection("up");
  at("find").close();
  answered(answer.answer);
}

function told(dialog, sentence) { at(dialog).querySelector(".said").textContent = sentence; }

at("begin").onclick = startCamera;
at("photo").onchange = takePhoto;
at("to-party").onclick = openParty;
at("to-undo").onclick = takeBack;
at("to-find").onclick = () => { at("query").value = ""; at("found").replaceChildren(); told("find", ""); at("find").showModal(); at("query").focus(); };
at("query").oninput = search;
at("fewer").onclick = () => count(-1);
at("more").onclick = () => count(1);
at("save").onclick = saveParty;
for (const close of document.querySelectorAll("[data-close]")) close.onclick = () => close.closest("dialog").close();
if (!navigator.mediaDevices) { at("begin").hidden = true; at("hint").textContent = words.no_camera; at("hint").hidden = false; }
