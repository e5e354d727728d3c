import { css } from 'lit'

/** What the tokens are where nothing can be mixed (Chrome < 111, Firefox < 113, Safari < 16.2): sober and legible. Goes after `tokens`. */
export const plainColours = css`
  @supports not (color: color-mix(in oklch, red, blue)) {
    .cercle {
      --cercle-sunk: #f5f5f6;
      --cercle-hover: #eeeef0;
      --cercle-ink: #1d1c21;
      --cercle-ink-soft: #56545d;
      --cercle-line: #e2e1e5;
      --cercle-line-strong: #85828c;
      --cercle-accent-ink: var(--cercle-fill);
      --cercle-accent-hover: var(--cercle-fill);
      --cercle-accent-soft: #f0f0f3;
      --cercle-accent-line: #c9c8d0;
    }
    .cercle[data-theme='dark'] {
      --cercle-surface: #1f1e22;
      --cercle-sunk: #19181b;
      --cercle-hover: #2a292e;
      --cercle-ink: #f1eff2;
      --cercle-ink-soft: #b6b3ba;
      --cercle-line: #35333a;
      --cercle-line-strong: #8a8790;
      --cercle-accent-ink: var(--cercle-fill);
      --cercle-accent-hover: var(--cercle-fill);
      --cercle-accent-soft: #2a282d;
      --cercle-accent-line: #55515a;
    }
  }
`
