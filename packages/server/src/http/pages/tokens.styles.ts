import { css } from './css.ts'

/*
 * The tokens of the elements, with Cercle's accent and ground instead of a host's. Colours are mixed beforehand, for browsers too old for the
 * elements read here.
 */
export const lightTokens = css`
  --page: #f7f7f5;
  --surface: #fff;
  --sunk: #f4f7f7;
  --hover: #eff4f3;
  --ink: #191e21;
  --ink-soft: #50555a;
  --line: #d3d9d8;
  --line-strong: #7a8085;
  --accent-ink: #04665d;
  --accent-soft: #eaf1f0;
  --accent-line: #a9c5c0;
  --focus: #04665d;
`
export const darkTokens = css`
  --page: #161817;
  --surface: #212322;
  --sunk: #1a1c1b;
  --hover: #2f3130;
  --ink: #eaebe9;
  --ink-soft: #b0b1ad;
  --line: #353736;
  --line-strong: #858685;
  --accent-ink: #73c2b7;
  --accent-soft: #192220;
  --accent-line: #1c3b37;
  --focus: #73c2b7;
`

/** What comes after any colours. */
export const exceptions = css`
  @media (prefers-contrast: more) {
    :root {
      --ink-soft: var(--ink);
      --line: var(--line-strong);
    }
  }
  @media (forced-colors: active) {
    :root {
      --line: CanvasText;
      --line-strong: CanvasText;
      --accent-line: CanvasText;
      --focus: Highlight;
    }
  }
`

export const tokens = css`
  :root {
    color-scheme: light dark;
    ${lightTokens}
    --size-s: 0.9375rem;
    --size-m: 1.0625rem;
    --size-l: 1.375rem;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      ${darkTokens}
    }
  }
  ${exceptions}
`

/** In print, whatever the colours. */
export const paperTokens = css`
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
`
