"use strict";
// Follows the laptop by server-sent events: show(facts) after every change, lost(true) while it does not
// answer. What is shown stays; only a dismissed phone loses it. Written for old televisions' browsers too.
var SILENT = 13000, AGAIN = 1500;

function follow(path, show, lost) {
  var source = null, watch = 0;

  function heard() {
    clearTimeout(watch);
    watch = setTimeout(again, SILENT);
    lost(false);
  }

  function again() {
    lost(true);
    if (source) source.close();
    clearTimeout(watch);
    watch = setTimeout(askFirst, AGAIN);
  }

  // A stream that is refused says nothing of why: the page itself does.
  function askFirst() {
    fetch(location.pathname, { redirect: "manual", cache: "no-store" }).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 403) leave();
      else if (answer.ok) open();
      else again();
    }, again);
  }

  function leave() {
    if (source) source.close();
    // Nothing may draw any more on a page that is empty from here on.
    for (var id = setTimeout(function () {}, 0); id > 0; id -= 1) {
      clearTimeout(id);
      clearInterval(id);
    }
    document.body.textContent = "";
    location.replace("/ghep");
  }

  function open() {
    source = new EventSource(path);
    source.onmessage = function (event) {
      heard();
      show(JSON.parse(event.data));
    };
    source.addEventListener("alive", heard);
    source.addEventListener("gone", leave);
    source.onerror = again;
    clearTimeout(watch);
    watch = setTimeout(again, SILENT);
  }

  open();
  stayAwake();
}

function stayAwake() {
  if (!navigator.wakeLock) return;
  function hold() {
    if (document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(function () {});
  }
  hold();
  document.addEventListener("visibilitychange", hold);
}

function at(id) {
  return document.getElementById(id);
}

function put(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

function made(tag, text, kind) {
  var one = document.createElement(tag);
  if (text) one.textContent = text;
  if (kind) one.className = kind;
  return one;
}

// What may be said before the laptop answers, in the language of the program.
function wordsOfPage() {
  return JSON.parse(at("words").textContent);
}
