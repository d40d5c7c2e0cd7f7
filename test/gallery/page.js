// Draws the samples in the gallery's page: for people who look, and for the pictures and the test of its width.
const { AdaptiveCards, gallery } = globalThis;

/** The little Markdown of our cards: bold, bullets and steps. */
function markdown(text) {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const lines = safe.replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>").split("\n");
  const listed = (tag, pattern) =>
    `<${tag}>${lines.map((line) => `<li>${line.replace(pattern, "")}</li>`).join("")}</${tag}>`;
  if (lines.every((line) => line.startsWith("- "))) return listed("ul", /^- /);
  if (lines.every((line) => /^\d+\. /.test(line))) return listed("ol", /^\d+\. /);
  return `<p>${lines.join("<br>")}</p>`;
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

function draw(sample, theme, width) {
  const shot = document.createElement("div");
  shot.className = "shot";
  shot.dataset.theme = theme;
  shot.style.width = `${width}px`;
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(gallery.hostConfigs[theme]);
  card.parse(sample.card);
  shot.append(card.render());
  return shot;
}

/** For the pictures: one card alone on the page; returns what does not fit. */
gallery.alone = (index, theme, width) => {
  const shot = draw(gallery.samples[index], theme, width);
  shot.id = "alone";
  document.body.replaceChildren(shot);
  document.body.style.padding = "0";
  return tooWide(shot);
};

function tooWide(shot) {
  const edge = shot.getBoundingClientRect().right;
  return [...shot.querySelectorAll("*")]
    .filter((element) => !["OPTION", "INPUT", "TEXTAREA", "SELECT"].includes(element.tagName))
    .filter((element) => {
      const cut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      return cut || element.getBoundingClientRect().right > edge;
    })
    .map((element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`);
}

/** For people: every card in light, dark and on a narrow phone. */
gallery.all = () => {
  const links = document.querySelector("nav");
  const main = document.querySelector("main");
  for (const sample of gallery.samples) {
    const link = Object.assign(document.createElement("a"), {
      href: `#${sample.name}`,
      textContent: sample.name,
    });
    const section = Object.assign(document.createElement("section"), {
      className: "sample",
      id: sample.name,
    });
    const title = Object.assign(document.createElement("h2"), {
      textContent: `${sample.name}: ${sample.state}`,
    });
    const shots = Object.assign(document.createElement("div"), { className: "shots" });
    shots.append(draw(sample, "light", 560), draw(sample, "dark", 560), draw(sample, "light", 320));
    section.append(title, shots);
    links.append(link, " ");
    main.append(section);
  }
};
