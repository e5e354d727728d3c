import { css } from 'lit'
import { readTokens } from './read-tokens.ts'

/** What only writing, an open thread and the account paint with. */
export const laterTokens = css`
  .cercle {
    --cercle-good: #1c6a43;
    --cercle-good-soft: #e9f4ee;
    --cercle-shadow: 0 1px 2px rgb(20 16 30 / 0.06), 0 12px 32px -8px rgb(20 16 30 / 0.22);
    --cercle-slow: 220ms;
    --cercle-ease: cubic-bezier(0.2, 0, 0, 1);
    --cercle-accent-hover: color-mix(in oklch, var(--cercle-fill) 86%, black);
    --cercle-leading-tight: 1.25;
    --cercle-7: 48px;
  }
  .cercle[data-theme='dark'] {
    --cercle-good: #85d6a8;
    --cercle-good-soft: #18281f;
    --cercle-shadow: 0 1px 2px rgb(0 0 0 / 0.5), 0 16px 40px -8px rgb(0 0 0 / 0.7);
    --cercle-accent-hover: color-mix(in oklch, var(--cercle-fill) 84%, white);
  }
  @media (forced-colors: active) {
    .cercle {
      --cercle-shadow: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cercle {
      --cercle-slow: 0ms;
    }
  }
`

/** All of them, for a view that is not in the read path. */
export const tokens = [readTokens, laterTokens]
