/** The empty page; everything visible is built by web/main.ts, because the policy forbids inline code. */
export function roomPage(): string {
  const styles = ["tokens", "layout", "list", "talk", "card", "panel", "start", "phone"]
    .map((name) => `<link rel="stylesheet" href="/room/web/${name}.css">`)
    .join("\n    ");
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Oefenomgeving Zorgronde</title>
    <link rel="icon" href="/room/web/icon.svg" type="image/svg+xml">
    ${styles}
    <script src="/room/adaptivecards.min.js" defer></script>
    <script src="/room/web/main.ts" type="module"></script>
  </head>
  <body>
    <div id="app"><p class="loading">De oefenomgeving wordt geladen…</p></div>
    <noscript><p class="loading">Zet JavaScript aan om te oefenen.</p></noscript>
  </body>
</html>
`;
}

/** Monday to Friday; holidays are unknown here, the caller may bring a real calendar. */
export function nextWeekday(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 });
  return next.dayOfWeek > 5 ? nextWeekday(next) : next;
}
