import { css, squeezed } from './css.ts'
import { feedStyles } from './feed.styles.ts'
import { formStyles } from './form.styles.ts'
import { layoutStyles } from './layout.styles.ts'
import { partStyles } from './parts.styles.ts'
import { threadStyles } from './thread.styles.ts'
import { paperTokens, tokens } from './tokens.styles.ts'

const paper = css`
  @media print {
    ${paperTokens}
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

/** The one sheet of all pages, and what those that ask something need beside it. */
export const pageStyles = squeezed([tokens, layoutStyles, partStyles, feedStyles, threadStyles, paper])
export const pageFormStyles = squeezed([formStyles])
