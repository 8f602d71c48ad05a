"use strict";
// Leads on to the page over TLS. The code behind the "#" goes along and is sent to nobody before.
const main = document.querySelector("main");
const here = location.protocol === "https:";
function point() {
  document.getElementById("next").href =
    here ? `/ghep${location.hash}` : `https://${location.hostname}:${main.dataset.port}/ghep${location.hash}`;
  document.getElementById("plain").href = `/ghep${location.hash}`;
}
document.getElementById("without").hidden = here || main.dataset.plain !== "yes";
// Only what this phone will show; a browser that hides what it is gets both.
const apple = /iPhone|iPad|Macintosh/.test(navigator.userAgent), android = /Android/.test(navigator.userAgent);
document.getElementById("android").classList.toggle("other", apple);
document.getElementById("iphone").classList.toggle("other", android);
window.addEventListener("hashchange", point);
point();
