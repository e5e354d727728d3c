import { css } from './css.ts'
import { feedStyles } from './feed.styles.ts'
import { formStyles } from './form.styles.ts'
import { layoutStyles } from './layout.styles.ts'
import { partStyles } from './parts.styles.ts'
import { threadStyles } from './thread.styles.ts'
import { tokens } from './tokens.styles.ts'

const paper = css`
  @media print {
    :root {
      --page: #fff;
      --surface: #fff;
      --sunk: #fff;
      --ink: #000;
      --ink-soft: #333;
      --line: #999;
      --accent-ink: #000;
      --accent-line: #999;
    }
    .exit,
    .skip,
    .tabs,
    .chips,
    .pages,
    .back,
    .to-side {
      display: none;
    }
    .wrap {
      max-width: none;
      padding: 0;
    }
    .split {
      display: block;
      padding: 16px 0;
    }
    .side {
      width: auto;
      margin: 24px 0 0;
    }
    .row,
    .reply,
    .side section {
      break-inside: avoid;
    }
    .text a::after {
      content: ' (' attr(href) ')';
    }
  }
`

/** Without what only its readers need. */
const squeezed = (sheets: string[]): string =>
  sheets
    .join('')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()

/** The one sheet of all pages, and what those that ask something need beside it. */
export const pageStyles = squeezed([tokens, layoutStyles, partStyles, feedStyles, threadStyles, paper])
export const pageFormStyles = squeezed([formStyles])
