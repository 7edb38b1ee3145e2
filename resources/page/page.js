"use strict";
// Shows the key, the main or all events, those with some words, of some certainty; goes from one to the next by keys.
// Without scripts the page is whole, only unfiltered.
const form = document.querySelector("form");
const words = form.elements.words;
const count = document.getElementById("count");
const cards = [...document.querySelectorAll(".event-card")];
const opened = new Set();
let now = null;

function wanted(card, show, chosen, text) {
  const weighs = show === "all" || (show === "main" ? !("passing" in card.dataset) : Number(card.dataset.key) <= Number(show));
  const told = text || !card.closest(".day") ? true : weighs || opened.has(card.closest(".day"));
  return told && chosen.has(card.dataset.certainty) && card.textContent.toLowerCase().includes(text);
}

function rest(day) {
  day.querySelector(".rest")?.remove();
  const hidden = [...day.querySelectorAll(".event-card")].filter((card) => card.hidden).length;
  if (!hidden || words.value.trim()) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rest";
  button.textContent = `▸ ${hidden} more`;
  button.addEventListener("click", () => { opened.add(day); narrow(); });
  day.querySelector("ol").append(button);
}

function narrow() {
  const text = words.value.trim().toLowerCase();
  const show = form.elements.show.value;
  const chosen = new Set([...form.querySelectorAll("[name=certainty]")].filter((b) => b.checked).map((b) => b.value));
  let shown = 0;
  for (const card of cards) {
    card.hidden = !wanted(card, show, chosen, text);
    if (!card.hidden) shown += 1;
  }
  for (const day of document.querySelectorAll(".day")) {
    day.hidden = !day.querySelector(".event-card:not([hidden])");
    rest(day);
  }
  for (const heading of document.querySelectorAll(".timeline h3")) {
    const list = heading.nextElementSibling;
    heading.hidden = list.hidden = !list.querySelector(".event-card:not([hidden])");
  }
  count.textContent = shown === cards.length ? `${shown} events` : `${shown} of ${cards.length} events`;
}

function step(by) {
  const shown = cards.filter((card) => !card.hidden);
  const next = shown[Math.min(Math.max(shown.indexOf(now) + by, 0), shown.length - 1)];
  if (!next) return;
  now?.classList.remove("now");
  now = next;
  now.classList.add("now");
  now.querySelector(".what a")?.focus({ preventScroll: true });
  now.scrollIntoView({ block: "nearest" });
}

form.addEventListener("input", () => { opened.clear(); narrow(); });
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search]")) return;
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else if (event.key === "/") words.focus();
  else return;
  event.preventDefault();
});
addEventListener("hashchange", () => {
  const told = document.getElementById(location.hash.slice(1)); // reached from the text: a card, or a source within one
  const card = told?.closest(".event-card");
  if (!card) return;
  if (told !== card) told.closest("details").open = true;
  if (!card.hidden) return;
  opened.add(card.closest(".day"));
  narrow();
  card.hidden = false;
  card.scrollIntoView();
});
addEventListener("beforeprint", () => document.querySelectorAll(".rest").forEach((button) => button.remove()));
addEventListener("afterprint", narrow);
form.hidden = false;
narrow();
