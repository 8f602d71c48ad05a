"use strict";
// The speaker's clock.
var SIGNS = { soon: "◔ ", last: "◕ ", over: "⚠ " };
var words = wordsOfPage(), keeper = null, note = "", drawn = "";

function showClock(facts) {
  keeper = new TimeKeeper(facts.time);
  put("place", facts.time.place);
  put("title", facts.time.title);
  put("text", facts.message);
  at("message").hidden = !facts.note;
  if (facts.note !== note) freshen(facts.note);
  draw();
}

function freshen(id) {
  note = id;
  at("message").classList.remove("fresh");
  if (!id) return;
  void at("message").offsetWidth; // Begins the pulse anew for the next message.
  at("message").classList.add("fresh");
}

function draw() {
  if (!keeper) return;
  var warning = keeper.warning(), face = keeper.time.face;
  var is_still = face !== "running" && !warning && face !== "before";
  document.body.className = warning || (is_still ? "still" : "");
  put("time", keeper.digits());
  put("now", face === "between" || face === "empty" ? "" : keeper.now());
  var sign = face === "before" || !warning ? "" : SIGNS[warning] + words[warning];
  put("below", face === "paused" ? "‖ " + keeper.time.below + (sign ? " · " + sign : "") : sign || keeper.time.below);
  // The room changes with the words around the digits, and with the message.
  var room = [at("time").textContent.length, warning, note, face, at("what").offsetHeight, innerWidth, innerHeight].join();
  if (room !== drawn) {
    drawn = room;
    fitAll();
  }
}

function fitAll() {
  fit(at("digits"), window.innerHeight);
  fit(at("message"), window.innerHeight * 0.16);
}

function refit() {
  drawn = "";
  draw();
}

window.addEventListener("resize", refit);
if (document.fonts) document.fonts.ready.then(refit);
if (document.fonts && document.fonts.addEventListener) document.fonts.addEventListener("loadingdone", refit);
setInterval(draw, 200);
follow("/dong-ho/theo-doi", showClock, function (is) { at("notice").hidden = !is; });
