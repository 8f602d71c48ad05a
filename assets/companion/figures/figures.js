"use strict";
// The chairman's page.
const words = wordsOfPage();
let keeper = null, facts = null;

function showFigures(told) {
  facts = told;
  keeper = new TimeKeeper(told.time);
  number("households", told.households, told.target, told.households_more);
  number("people", told.people, 0, 0);
  number("delegates", told.delegates, told.listed, told.delegates_more);
  at("left").hidden = !told.left;
  put("left", words.left + " " + told.left);
  at("delegations").replaceChildren(...told.delegations.map(bar));
  at("hamlets").replaceChildren(...told.hamlets.map(bar));
  draw();
}

function number(id, came, of, more) {
  at(id).textContent = of ? came : came + more;
  if (of) at(id).append(made("i", "/" + of + (more ? " +" + more : "")));
}

function bar(group) {
  const row = made("li", "", group.came >= group.listed ? "bar whole" : "bar"), line = made("progress");
  line.max = Math.max(1, group.listed);
  line.value = group.came;
  const more = group.more ? " +" + group.more : "";
  row.append(made("span", group.name || words.no_name), made("span", group.came + "/" + group.listed + more), line);
  if (group.missing.length) {
    const names = made("ul", "", "missing");
    names.append(made("li", words.missing), ...group.missing.map((name) => made("li", name)));
    row.append(names);
  }
  return row;
}

function draw() {
  if (!keeper) return;
  const time = keeper.time, parts = [keeper.now()];
  if (time.face === "running" || time.face === "paused") {
    parts.push(time.place, time.title, keeper.digits() + " " + time.below);
  } else if (time.face === "before" && time.left !== null) {
    parts.push(keeper.digits() + " " + time.below);
  } else if (time.title) {
    parts.push(time.title);
  } else {
    parts.push(time.below);
  }
  put("stands", parts.filter(Boolean).join(" · "));
}

setInterval(draw, 500);
follow("/so-lieu/theo-doi", showFigures, (is) => { at("lost").hidden = !is; });
