"use strict";
// Letters as large as their box allows: sets the box's font size, in pixels, so that what is in it fits.
// The box is as large as its place; what is in it may run over while sizes are tried.

function fit(box, most) {
  box.classList.remove("torn");
  if (!fitBetween(box, most)) {
    // Not even the smallest letters fit: a word without an end is broken where the line ends.
    box.classList.add("torn");
    fitBetween(box, most);
  }
}

function fitBetween(box, most) {
  var least = Math.max(8, Math.floor(most / 12)), low = least, high = Math.max(low, Math.floor(most));
  while (low < high) {
    var middle = Math.ceil((low + high) / 2);
    box.style.fontSize = middle + "px";
    if (fits(box)) low = middle;
    else high = middle - 1;
  }
  box.style.fontSize = low + "px";
  return fits(box);
}

function fits(box) {
  var around = getComputedStyle(box), height = lengthOf(around.paddingTop) + lengthOf(around.paddingBottom), i;
  for (i = 0; i < box.children.length; i++) {
    var one = box.children[i], style = getComputedStyle(one);
    if (style.display === "none") continue;
    height += one.offsetHeight + lengthOf(style.marginTop) + lengthOf(style.marginBottom);
    if (one.scrollWidth > one.clientWidth + 1) return false;
  }
  return height <= box.clientHeight;
}

function lengthOf(text) {
  return parseFloat(text) || 0;
}
