/** Id of a candidate's card in the page. */
export function cardId(candidate: string): string {
  return `candidate-${candidate}`;
}

/** Brings a candidate's card into view and lets it light up. */
export function reveal(candidate: string): void {
  const card = document.getElementById(cardId(candidate));
  if (!card) return;
  card.scrollIntoView({ block: 'start', behavior: 'smooth' });
  card.classList.add('revealed');
  card.addEventListener('animationend', () => card.classList.remove('revealed'), { once: true });
}
