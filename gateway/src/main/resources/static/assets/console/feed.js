// Adds cards as they arrive. Without this script the page is complete, and a reload shows what is new.
(() => {
  "use strict";
  const MOST_CARDS = 200;
  const AGAIN_MS = 5000;
  const list = document.getElementById("feed");
  const live = document.getElementById("live");
  const announce = document.getElementById("announce");
  const empty = document.getElementById("empty");
  if (!list || !window.EventSource) {
    return;
  }
  let last = list.dataset.next;

  function show(state) {
    live.textContent = live.dataset[state];
    live.dataset.state = state;
  }

  // The markup comes from this node and is escaped there.
  function add(markup) {
    const template = document.createElement("template");
    template.innerHTML = markup.trim();
    const card = template.content.firstElementChild;
    if (!card || document.getElementById(card.id)) {
      return;
    }
    card.classList.add("arrived");
    list.prepend(card);
    empty.hidden = true;
    announce.textContent = card.dataset.announce;
    while (list.children.length > MOST_CARDS) {
      list.lastElementChild.remove();
    }
  }

  function follow() {
    const url = new URL("/feed/stream", window.location.origin);
    url.searchParams.set("since", last);
    if (list.dataset.household) {
      url.searchParams.set("household", list.dataset.household);
    }
    const source = new EventSource(url);
    source.addEventListener("open", () => show("on"));
    source.addEventListener("item", event => {
      last = event.lastEventId;
      add(event.data);
    });
    source.addEventListener("error", () => {
      show("off");
      // A browser gives up for good on an answer that is not a stream, such as that of a node that is starting.
      if (source.readyState === EventSource.CLOSED) {
        window.setTimeout(follow, AGAIN_MS);
      }
    });
  }

  follow();
})();
