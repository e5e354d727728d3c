import { css } from 'lit'

/*
 * Everything a widget paints comes from here. Only the outermost view of a shadow tree carries this sheet, on
 * `<div class="cercle" data-theme="light" lang="fr-CA">`; what is nested inside (an open thread, the composer) takes the
 * values by inheritance and needs `base` only.
 *
 * A host gives five inputs at most: `--cercle-accent`, `--cercle-ground`, `--cercle-font`, `--cercle-font-heading`,
 * `--cercle-radius`. They may be absent, so no other sheet names accent, ground and radius themselves: it names what is
 * made of them here, `--cercle-fill`, `--cercle-page` and `--cercle-corner`. The two fonts are named as
 * `var(--cercle-font-heading, inherit)`.
 *
 * These are the ones that reading needs; `tokens.ts` has all of them.
 * A browser without `color-mix()` takes the host's own text colour until `plain-colours.ts` is there, which is fetched for it alone.
 */
export const readTokens = css`
  .cercle {
    /* What a host's rules do to our element by a star comes down by inheritance: spacing, capitals, what is not to break. */
    all: initial;
    display: block;
    visibility: inherit;
    --cercle-fill: var(--cercle-accent, #0f6b62);
    --cercle-page: var(--cercle-ground, #fff);
    --cercle-corner: var(--cercle-radius, 8px);
    --cercle-corner-small: min(var(--cercle-corner), 6px);
    --cercle-1: 4px;
    --cercle-2: 8px;
    --cercle-3: 12px;
    --cercle-4: 16px;
    --cercle-5: 24px;
    --cercle-6: 32px;
    /* Never smaller than on a page whose root has its 16 px: many set 10. */
    --cercle-size-s: max(15px, 0.9375rem);
    --cercle-size-m: max(17px, 1.0625rem);
    --cercle-size-l: max(22px, 1.375rem);
    --cercle-weight-bold: 600;
    --cercle-measure: 66ch;
    --cercle-target: 44px;
    --cercle-icon: 20px;
    --cercle-line-width: 1px;
    --cercle-focus-width: 3px;
    --cercle-fast: 120ms;
    --cercle-wait: 300ms;

    color-scheme: light;
    --cercle-surface: #fff;
    --cercle-sunk: color-mix(in oklab, var(--cercle-fill) 5%, var(--cercle-surface));
    --cercle-hover: color-mix(in oklab, var(--cercle-fill) 7%, var(--cercle-surface));
    --cercle-ink: color-mix(in oklab, var(--cercle-fill) 10%, #17161a);
    --cercle-ink-soft: color-mix(in oklab, var(--cercle-fill) 10%, #545259);
    --cercle-line: color-mix(in oklab, var(--cercle-fill) 9%, #e5e4e4);
    --cercle-line-strong: color-mix(in oklab, var(--cercle-fill) 12%, #85838a);
    --cercle-on-accent: #fff;
    --cercle-accent-ink: color-mix(in oklch, var(--cercle-fill) 86%, black);
    --cercle-accent-soft: color-mix(in oklab, var(--cercle-fill) 9%, var(--cercle-surface));
    --cercle-accent-line: color-mix(in oklab, var(--cercle-fill) 38%, var(--cercle-surface));
    --cercle-focus: var(--cercle-accent-ink);
    --cercle-warn: #7d4a00;
    --cercle-warn-soft: #fdf3e1;
    --cercle-bad: #a8261d;
    --cercle-bad-soft: #fcedeb;
    /* Never seen: its computed value tells script the accent as rgb(). */
    column-rule-color: var(--cercle-fill);
  }
  .cercle[data-theme='dark'] {
    --cercle-page: var(--cercle-ground, #17161a);
    color-scheme: dark;
    --cercle-surface: color-mix(in oklab, var(--cercle-page) 94%, white);
    --cercle-sunk: color-mix(in oklab, var(--cercle-page) 98%, white);
    --cercle-hover: color-mix(in oklab, var(--cercle-page) 87%, white);
    --cercle-ink: color-mix(in oklab, var(--cercle-fill) 4%, #f3f1ef);
    --cercle-ink-soft: color-mix(in oklab, var(--cercle-fill) 6%, #b9b5b2);
    --cercle-line: color-mix(in oklab, var(--cercle-page) 84%, white);
    --cercle-line-strong: color-mix(in oklab, var(--cercle-page) 48%, white);
    --cercle-on-accent: #151316;
    --cercle-accent-ink: color-mix(in oklch, var(--cercle-fill) 84%, white);
    --cercle-accent-soft: color-mix(in oklab, var(--cercle-fill) 13%, var(--cercle-page));
    --cercle-accent-line: color-mix(in oklab, var(--cercle-fill) 45%, var(--cercle-page));
    --cercle-warn: #f2bf6b;
    --cercle-warn-soft: #2c2313;
    --cercle-bad: #ff9f94;
    --cercle-bad-soft: #321c1a;
  }
  @supports (color: oklch(from red l c h)) {
    .cercle,
    .cercle[data-theme='dark'] {
      --cercle-on-accent: oklch(from var(--cercle-fill) clamp(0.16, (0.57 - l) * 1000, 1) 0 0);
    }
    .cercle {
      --cercle-accent-ink: oklch(from var(--cercle-fill) min(l, 0.46) c h);
    }
    .cercle[data-theme='dark'] {
      --cercle-accent-ink: oklch(from var(--cercle-fill) max(l, 0.76) c h);
    }
  }
  @media (forced-colors: active) {
    .cercle {
      --cercle-line: CanvasText;
      --cercle-line-strong: CanvasText;
      --cercle-accent-line: Highlight;
      --cercle-focus: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cercle {
      --cercle-fast: 0ms;
    }
  }
  @media (prefers-contrast: more) {
    .cercle {
      --cercle-ink-soft: var(--cercle-ink);
      --cercle-line: var(--cercle-line-strong);
    }
  }
`
