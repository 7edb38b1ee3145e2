"use strict";
// Narrows the list of events by words and by certainty. Without scripts the page is whole, only unfiltered.
const form = document.querySelector("form");
const words = form.elements.words;
const count = document.getElementById("count");
const cards = [...document.querySelectorAll(".event-card")];
function narrow() {
  const wanted = words.value.trim().toLowerCase();
  const chosen = new Set([...form.querySelectorAll("input[value]")].filter((b) => b.checked).map((b) => b.value));
  let shown = 0;
  for (const card of cards) {
    const told = form.elements.passing.checked || !("passing" in card.dataset);
    card.hidden = !(told && chosen.has(card.dataset.certainty) && card.textContent.toLowerCase().includes(wanted));
    if (!card.hidden) shown += 1;
  }
  for (const heading of document.querySelectorAll(".timeline h3")) {
    heading.hidden = !heading.nextElementSibling.querySelector(".event-card:not([hidden])");
  }
  count.textContent = shown === cards.length ? `${shown} events` : `${shown} of ${cards.length} events`;
}
form.addEventListener("input", narrow);
addEventListener("hashchange", () => {
  const card = document.getElementById(location.hash.slice(1));
  if (card && card.hidden) { card.hidden = false; card.scrollIntoView(); } // reached from the text
});
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
narrow();
