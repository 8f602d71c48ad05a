"use strict";
// The hall's page. Text goes in as text, never as HTML.
var shown = "";

function showHall(facts) {
  var told = JSON.stringify(facts);
  if (told === shown) return;
  shown = told;
  var sign = at("sign");
  sign.textContent = "";
  facts.sign.forEach(function (line) {
    sign.appendChild(lineOf(line));
  });
  put("head", facts.head);
  put("main", facts.main);
  showWelcome(facts.foot);
  document.body.className = facts.phase;
  fitAll();
}

// A closing mark is kept off the letter before it: Ự would touch it.
function lineOf(line) {
  var one = made("p", "", line.part);
  line.text.split("”").forEach(function (part, place) {
    if (place) one.appendChild(made("span", "”"));
    one.appendChild(document.createTextNode(part));
  });
  return one;
}

// The number of households stands out.
function showWelcome(text) {
  var welcome = at("welcome");
  welcome.textContent = "";
  text.split(/(\d+(?::\d\d)?)/).forEach(function (part, place) {
    welcome.appendChild(place % 2 && part.indexOf(":") < 0 ? made("b", part) : document.createTextNode(part));
  });
}

function fitAll() {
  var high = window.innerHeight;
  fit(at("sign"), high * 0.17);
  fit(at("foot"), high * 0.085);
}

function sayLost(is) {
  at("notice").hidden = !is;
}

function isFull() {
  return document.fullscreenElement || window.innerHeight >= screen.height;
}

function toggleFull() {
  var whole = document.documentElement;
  if (document.fullscreenElement) document.exitFullscreen();
  else if (whole.requestFullscreen) whole.requestFullscreen().catch(function () {});
}

window.addEventListener("resize", fitAll);
document.addEventListener("click", toggleFull);
document.addEventListener("keydown", function (event) {
  if (event.key === "f" || event.key === "F" || event.key === "Enter") toggleFull();
});
if (document.fonts) document.fonts.ready.then(fitAll);
if (document.fonts && document.fonts.addEventListener) document.fonts.addEventListener("loadingdone", fitAll);
at("hint").hidden = Boolean(isFull());
setTimeout(function () { at("hint").hidden = true; }, 6000);
follow("/hoi-truong/theo-doi", showHall, sayLost);
