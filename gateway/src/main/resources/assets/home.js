"use strict";

const who = document.getElementById("who");
const communities = document.getElementById("communities");

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

async function signOut(csrf) {
  const answer = await fetch("/sign-out", { method: "POST", headers: { "X-XSRF-TOKEN": csrf } });
  if (answer.ok) {
    location.assign("/");
  } else {
    who.append(element("span", who.dataset.failed, "faint"));
  }
}

async function showWho() {
  const session = await (await fetch("/session")).json();
  if (!session.signedIn) {
    return;
  }
  const button = element("button", who.dataset.signOut, "button quiet");
  button.addEventListener("click", () => signOut(session.csrf));
  who.replaceChildren(element("span", `${who.dataset.signedIn} ${session.name ?? session.memberId}`), button);
}

async function showCommunities() {
  const answer = await fetch("/api/communities", { headers: { "Accept-Language": document.documentElement.lang } });
  if (!answer.ok) {
    communities.append(element("li", communities.dataset.failed, "faint"));
    return;
  }
  const { items } = await answer.json();
  const cards = items.map((community) => {
    const card = element("li", "");
    card.append(element("strong", community.name), element("p", community.description ?? ""));
    return card;
  });
  communities.replaceChildren(...(cards.length ? cards : [element("li", communities.dataset.none, "faint")]));
}

showWho();
showCommunities();
