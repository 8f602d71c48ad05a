"use strict";
// Counts on between two tellings of the laptop, also while the network is away.

function TimeKeeper(time) {
  this.time = time;
  this.told = performance.now();
}

TimeKeeper.prototype.gone = function () {
  return (performance.now() - this.told) / 1000;
};

// Whole seconds left, the one that has begun included; below 0 once it is over.
TimeKeeper.prototype.left = function () {
  var time = this.time;
  return time.left === null ? null : Math.ceil(time.left - (time.moves ? this.gone() : 0) - 1e-6);
};

TimeKeeper.prototype.digits = function () {
  var left = this.left();
  if (left === null) return this.time.face === "between" || this.time.face === "empty" ? this.now() : this.time.at;
  var whole = Math.abs(left);
  return (left < 0 ? "+" : "") + two(Math.floor(whole / 60)) + ":" + two(whole % 60);
};

TimeKeeper.prototype.warning = function () {
  var left = this.left(), time = this.time;
  if (left === null) return "";
  if (left < 0) return "over";
  if (left <= time.last) return time.last ? "last" : "";
  return left <= time.soon ? "soon" : "";
};

// The time of day in the hall, whatever the device's own clock says.
TimeKeeper.prototype.now = function () {
  var minutes = Math.floor((this.time.today + this.gone()) / 60) % 1440;
  return two(Math.floor(minutes / 60)) + ":" + two(minutes % 60);
};

function two(number) {
  return (number < 10 ? "0" : "") + number;
}
