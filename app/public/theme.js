// Runs before anything is painted, so that a page kept dark does not come up light.
try {
  var kept = localStorage.getItem("allonge.theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
} catch {
  // a browser that keeps nothing shows what the system says
}
