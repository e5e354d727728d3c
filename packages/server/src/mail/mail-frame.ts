import { html, type Html } from '../html.ts'

/*
 * One column of paragraphs: no table to lay it out, no image, nothing fetched from anywhere. A reader that drops the style sheet shows the
 * same text in the same order.
 */
// oxlint-disable-next-line lit/prefer-static-styles -- a mail has no other place for them
const styles = html`<style>
  :root {
    color-scheme: light dark;
  }
  body {
    margin: 0;
    padding: 24px 16px;
    background: #ffffff;
    color: #1d1c21;
    font:
      17px/1.55 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      sans-serif;
  }
  main {
    max-width: 34em;
    margin: 0 auto;
  }
  h1 {
    margin: 0 0 16px;
    font-size: 22px;
    line-height: 1.25;
    font-weight: 600;
  }
  p {
    margin: 0 0 16px;
  }
  ul {
    margin: 0 0 16px;
    padding-left: 24px;
  }
  .code {
    margin: 24px 0;
    padding: 16px;
    border: 1px solid #85828c;
    border-radius: 8px;
    font-size: 32px;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-align: center;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  a {
    color: inherit;
  }
  .aside {
    margin: 24px 0 0;
    padding: 16px 0 0;
    border-top: 1px solid #e2e1e5;
    color: #56545d;
    font-size: 15px;
  }
  @media (prefers-color-scheme: dark) {
    body {
      background: #1f1e22;
      color: #f1eff2;
    }
    .code {
      border-color: #8a8790;
    }
    .aside {
      border-color: #35333a;
      color: #b6b3ba;
    }
  }
</style>`

/** The page around a mail's text. The language is said twice: many readers of mail keep the body only. */
export function mailFrame({ language, title, body }: { language: string; title: string; body: Html }): string {
  return html`<!doctype html>
    <html lang=${language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styles}
      </head>
      <body>
        <main lang=${language}>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.toString()
}
