/**
 * The part of Markdown that Teams shows in a TextBlock: bold, italic, http(s) links and lists.
 * Everything is escaped before any mark is read, so the result holds only tags written here.
 */
export function markdownToHtml(text: string): string {
  const blocks: string[] = [];
  let list: { tag: "ul" | "ol"; items: string[] } | undefined;
  let lines: string[] = [];
  const closeLines = () => {
    if (lines.length > 0) blocks.push(`<p>${lines.join("<br>")}</p>`);
    lines = [];
  };
  const closeList = () => {
    if (list)
      blocks.push(`<${list.tag}>${list.items.map((item) => `<li>${item}</li>`).join("")}</${list.tag}>`);
    list = undefined;
  };
  for (const line of text.replaceAll("\r", "").split("\n")) {
    const item = /^\s*(?:([-*])|(\d+)[.)])\s+(.*)$/.exec(line);
    if (item) {
      closeLines();
      const tag = item[1] ? "ul" : "ol";
      if (list?.tag !== tag) closeList();
      list ??= { tag, items: [] };
      list.items.push(inline(item[3] ?? ""));
    } else if (line.trim() === "") {
      closeLines();
      closeList();
    } else {
      closeList();
      lines.push(inline(line));
    }
  }
  closeLines();
  closeList();
  return blocks.join("");
}

const mention = /&lt;at&gt;(.*?)&lt;\/at&gt;/g;
const link = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;

function inline(line: string): string {
  const held: string[] = [];
  // A finished link is set aside, so that underscores in its address are not read as italics.
  const hold = (html: string) => `\u0000${held.push(html) - 1}\u0000`;
  const marked = escapeHtml(line.replaceAll("\u0000", ""))
    .replace(link, (_, label: string, url: string) =>
      hold(`<a href="${url}" target="_blank" rel="noopener noreferrer">${emphasis(label)}</a>`),
    )
    .replace(mention, (_, name: string) => hold(`<span class="mention">${name}</span>`));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the placeholder above is the only source of this character
  return emphasis(marked).replace(/\u0000(\d+)\u0000/g, (_, index: string) => held[Number(index)] ?? "");
}

function emphasis(html: string): string {
  return html
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[^\w*])\*(\S(?:[^*]*?\S)?)\*(?![\w*])/g, "$1<em>$2</em>")
    .replace(/(^|[^\w_])_(\S(?:[^_]*?\S)?)_(?![\w_])/g, "$1<em>$2</em>");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** The same text for places that show no marks: a list, a screen reader. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/<\/?at>|\*+|(?<!\w)_|_(?!\w)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
