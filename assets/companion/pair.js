"use strict";
// Pairs this browser: the code came behind the "#" of the address, which no browser sends anywhere.
const words = JSON.parse(document.getElementById("words").textContent);
const field = (id) => document.getElementById(id);

function takeCode() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  field("token").value = code;
  // Out of the address line and the history: it is a key until it is used.
  history.replaceState(null, "", location.pathname);
  field("name").focus();
}

async function pair(event) {
  event.preventDefault();
  const asked = { token: field("token").value, name: field("name").value };
  field("said").textContent = "";
  let answer;
  try {
    answer = await fetch("/ghep", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
  } catch {
    field("said").textContent = words.lost;
    return;
  }
  const told = answer.ok ? await answer.json() : { refused: words.wrong };
  if (told.refused) field("said").textContent = told.refused;
  else location.replace(told.to);
}

takeCode();
window.addEventListener("hashchange", takeCode);
field("pair").addEventListener("submit", pair);
