"use strict";
// The MC's page: reads, ticks off who was introduced, and (where it may) presses GO.
const words = wordsOfPage();
const SIGNS = { soon: "◔ ", last: "◕ ", over: "⚠ " };
const HOLD = 700, SAID = 5000, MOST_LATE = 2;
const shown = {};
let facts = null, keeper = null, free = 0, away = false, busy = false, following = 0, holding = 0, saying = 0;

function showMC(told) {
  facts = told;
  keeper = new TimeKeeper(told.time);
  free = performance.now() + 1000 * told.locked;
  if (told.locked) setTimeout(showButtons, 1000 * told.locked + 50);
  put("place", told.time.place);
  put("item", told.time.title);
  put("pace", told.pace);
  if (isAnother("notes", told.notes)) showNotes();
  if (isAnother("words", [told.words, told.blanks, told.introduces, told.time.face])) showWords();
  if (isAnother("delegates", [told.delegates, told.late, told.introduces])) showDelegates();
  at("following").hidden = !told.following;
  at("following").lastElementChild.textContent = told.following;
  showButtons();
  drawTime();
}

// The laptop tells anew with every guest who comes in. What is the same stays: a thumb may be on it.
function isAnother(part, told) {
  const before = shown[part];
  shown[part] = JSON.stringify(told);
  return shown[part] !== before;
}

function drawTime() {
  if (!keeper) return;
  const warning = keeper.warning(), face = keeper.time.face;
  document.body.className = face === "running" || face === "paused" ? warning : "";
  put("time", keeper.digits());
  put("below", document.body.className ? SIGNS[warning] + words[warning] : keeper.time.below);
}

function showNotes() {
  const rows = facts.notes.map((note) => {
    const row = made("div", "", "note"), text = made("p", note.text);
    text.prepend(made("small", "✉ " + [note.at, note.who].filter(Boolean).join(" · ")));
    row.append(text, button(words.seen, () => send("/mc/da-doc", { note: note.id })));
    return row;
  });
  at("notes").replaceChildren(...rows);
  at("notes").hidden = !rows.length;
}

function showWords() {
  // Where delegates are introduced their list stands where it is read, and can be ticked.
  const split = facts.introduces ? 1 : facts.words.length;
  const parts = written(facts.words.slice(0, split));
  if (!parts.length && facts.time.face === "closed") parts.push(made("p", words.closed));
  const before = at("spoken").textContent;
  at("spoken").replaceChildren(...parts);
  at("after").replaceChildren(...written(facts.words.slice(split)));
  if (before && before !== at("spoken").textContent && !facts.introduces) window.scrollTo(0, 0);
  at("blanks").hidden = !facts.blanks.length;
  put("blanks", facts.blanks.length ? "⚠ " + words.blank + " " + facts.blanks.join("; ") : "");
}

function written(paragraphs) {
  const parts = [];
  for (const paragraph of paragraphs) {
    const text = made("p");
    text.append(...paragraph.words.map((run) =>
      run.kind ? made(run.kind === "gap" ? "mark" : "b", run.text) : document.createTextNode(run.text)));
    parts.push(text);
    if (paragraph.names.length) {
      const names = made("ul");
      names.append(...paragraph.names.map((name) => made("li", name)));
      parts.push(names);
    }
  }
  return parts;
}

function showDelegates() {
  const rows = facts.delegates.map(row);
  at("delegates").querySelector("ul").replaceChildren(...rows);
  at("nobody").hidden = rows.length > 0;
  put("read", rows.length ? facts.delegates.filter((one) => one.is_read).length + "/" + rows.length : "");
  const late = facts.introduces ? [] : facts.late.slice(0, MOST_LATE).map(row), more = facts.late.length - late.length;
  at("late").querySelector("ul").replaceChildren(...late);
  at("late").hidden = !late.length;
  at("more").hidden = more <= 0;
  at("more").lastElementChild.textContent = more;
  followNext();
}

// The name that comes next stays in sight.
function followNext() {
  const next = facts.delegates.find((one) => one.is_next), number = next ? next.number : 0;
  const goesOn = number !== following && following;
  following = number;
  const row = at("delegates").querySelector(".next");
  if (goesOn && row && facts.introduces) row.scrollIntoView({ block: "center", behavior: "smooth" });
}

function row(one) {
  const kinds = ["who", one.is_read && "read", one.is_missed && "missed", one.is_next && "next"];
  const line = made("li", "", kinds.filter(Boolean).join(" ")), text = made("p", one.line + " ");
  text.append(made("small", one.came));
  const tick = button("✔", () => introduce(one.number));
  tick.disabled = one.is_read;
  tick.setAttribute("aria-label", words.tick);
  if (!one.is_read) tick.textContent = "☐";
  line.append(text, tick);
  return line;
}

function showButtons() {
  const next = facts.delegates.find((one) => one.is_next), closes = facts.go.says && !facts.go.item;
  at("tick").hidden = !next;
  at("tick").firstElementChild.textContent = next && next.is_missed ? "⚑ " + words.missed : words.tick;
  at("tick").lastElementChild.textContent = next ? next.line : "";
  at("go").hidden = !(facts.may_go && facts.go.says);
  at("go").children[1].textContent = isLocked() ? words.locked : closes ? words.asks : words.hold;
  at("go").lastElementChild.textContent = facts.go.says;
  at("tick").disabled = away || busy;
  at("go").disabled = away || busy || isLocked();
}

function isLocked() {
  return performance.now() < free;
}

function introduce(number) {
  return send("/mc/gioi-thieu", { guest: number });
}

// Nothing counts as done that the laptop did not answer; what it did comes back by the stream.
async function send(path, asked) {
  if (busy || away) return;
  busy = true;
  showButtons();
  try {
    const answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked),
    });
    const told = answer.ok ? await answer.json() : { refused: words.refused };
    if (told.refused) say(told.refused);
  } catch {
    say(words.lost);
  } finally {
    busy = false;
    if (facts) showButtons();
  }
}

function say(text) {
  put("said", text);
  at("said").hidden = false;
  clearTimeout(saying);
  saying = setTimeout(() => { at("said").hidden = true; }, SAID);
}

function button(text, act) {
  const one = made("button", text);
  one.type = "button";
  one.addEventListener("click", act);
  return one;
}

// GO is held down: a thumb that only brushes it ends nothing.
function beginHold(event) {
  event.preventDefault();
  if (at("go").disabled || holding) return;
  const meant = facts.go.item;
  at("go").classList.add("held");
  holding = setTimeout(() => {
    endHold();
    if (meant) send("/mc/go", { item: meant });
    else at("ask").showModal();
  }, HOLD);
}

function endHold() {
  clearTimeout(holding);
  holding = 0;
  at("go").classList.remove("held");
}

function resize(by) {
  const size = Math.min(2, Math.max(0.8, Number(localStorage.getItem("size") || 1) + by));
  localStorage.setItem("size", size);
  document.documentElement.style.setProperty("--size", size);
}

function setAway(is) {
  away = is;
  at("lost").hidden = !is;
  if (facts) showButtons();
}

at("tick").addEventListener("click", () => {
  const next = facts && facts.delegates.find((one) => one.is_next);
  if (next) introduce(next.number);
});
at("go").addEventListener("pointerdown", beginHold);
for (const kind of ["pointerup", "pointerleave", "pointercancel", "blur"]) at("go").addEventListener(kind, endHold);
at("go").addEventListener("contextmenu", (event) => event.preventDefault());
at("go").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.repeat) beginHold(event); });
at("go").addEventListener("keyup", endHold);
at("no").addEventListener("click", () => at("ask").close());
at("yes").addEventListener("click", () => { at("ask").close(); send("/mc/go", { item: "" }); });
at("smaller").addEventListener("click", () => resize(-0.15));
at("larger").addEventListener("click", () => resize(0.15));
resize(0);
setInterval(drawTime, 250);
follow("/mc/theo-doi", showMC, setAway);
