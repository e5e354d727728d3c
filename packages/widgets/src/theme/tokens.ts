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
 * Plain values first: a browser without `color-mix()` shows a sober, legible default.
 */
export const tokens = css`
  .cercle {
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
    --cercle-7: 48px;
    --cercle-size-s: 0.9375rem;
    --cercle-size-m: 1.0625rem;
    --cercle-size-l: 1.375rem;
    --cercle-leading: 1.55;
    --cercle-leading-tight: 1.25;
    --cercle-weight: 400;
    --cercle-weight-bold: 600;
    --cercle-measure: 66ch;
    --cercle-target: 44px;
    --cercle-icon: 20px;
    --cercle-line-width: 1px;
    --cercle-focus-width: 3px;
    --cercle-focus-offset: 2px;
    --cercle-fast: 120ms;
    --cercle-slow: 220ms;
    --cercle-ease: cubic-bezier(0.2, 0, 0, 1);
    --cercle-wait: 300ms;

    color-scheme: light;
    --cercle-surface: #fff;
    --cercle-sunk: #f5f5f6;
    --cercle-hover: #eeeef0;
    --cercle-ink: #1d1c21;
    --cercle-ink-soft: #56545d;
    --cercle-line: #e2e1e5;
    --cercle-line-strong: #85828c;
    --cercle-on-accent: #fff;
    --cercle-accent-ink: var(--cercle-fill);
    --cercle-accent-hover: var(--cercle-fill);
    --cercle-accent-soft: #f0f0f3;
    --cercle-accent-line: #c9c8d0;
    --cercle-focus: var(--cercle-accent-ink);
    --cercle-good: #1c6a43;
    --cercle-good-soft: #e9f4ee;
    --cercle-warn: #7d4a00;
    --cercle-warn-soft: #fdf3e1;
    --cercle-bad: #a8261d;
    --cercle-bad-soft: #fcedeb;
    --cercle-shadow: 0 1px 2px rgb(20 16 30 / 0.06), 0 12px 32px -8px rgb(20 16 30 / 0.22);
    /* Never seen: its computed value tells script the accent as rgb(). */
    column-rule-color: var(--cercle-fill);
  }
  .cercle[data-theme='dark'] {
    --cercle-page: var(--cercle-ground, #17161a);
    color-scheme: dark;
    --cercle-surface: #1f1e22;
    --cercle-sunk: #19181b;
    --cercle-hover: #2a292e;
    --cercle-ink: #f1eff2;
    --cercle-ink-soft: #b6b3ba;
    --cercle-line: #35333a;
    --cercle-line-strong: #8a8790;
    --cercle-on-accent: #151316;
    --cercle-accent-soft: #2a282d;
    --cercle-accent-line: #55515a;
    --cercle-good: #85d6a8;
    --cercle-good-soft: #18281f;
    --cercle-warn: #f2bf6b;
    --cercle-warn-soft: #2c2313;
    --cercle-bad: #ff9f94;
    --cercle-bad-soft: #321c1a;
    --cercle-shadow: 0 1px 2px rgb(0 0 0 / 0.5), 0 16px 40px -8px rgb(0 0 0 / 0.7);
  }
  @supports (color: color-mix(in oklch, red, blue)) {
    .cercle {
      --cercle-sunk: color-mix(in oklab, var(--cercle-fill) 5%, var(--cercle-surface));
      --cercle-hover: color-mix(in oklab, var(--cercle-fill) 7%, var(--cercle-surface));
      --cercle-ink: color-mix(in oklab, var(--cercle-fill) 10%, #17161a);
      --cercle-ink-soft: color-mix(in oklab, var(--cercle-fill) 10%, #545259);
      --cercle-line: color-mix(in oklab, var(--cercle-fill) 9%, #e5e4e4);
      --cercle-line-strong: color-mix(in oklab, var(--cercle-fill) 12%, #85838a);
      --cercle-accent-ink: color-mix(in oklch, var(--cercle-fill) 86%, black);
      --cercle-accent-hover: color-mix(in oklch, var(--cercle-fill) 86%, black);
      --cercle-accent-soft: color-mix(in oklab, var(--cercle-fill) 9%, var(--cercle-surface));
      --cercle-accent-line: color-mix(in oklab, var(--cercle-fill) 38%, var(--cercle-surface));
    }
    .cercle[data-theme='dark'] {
      --cercle-surface: color-mix(in oklab, var(--cercle-page) 94%, white);
      --cercle-sunk: color-mix(in oklab, var(--cercle-page) 98%, white);
      --cercle-hover: color-mix(in oklab, var(--cercle-page) 87%, white);
      --cercle-ink: color-mix(in oklab, var(--cercle-fill) 4%, #f3f1ef);
      --cercle-ink-soft: color-mix(in oklab, var(--cercle-fill) 6%, #b9b5b2);
      --cercle-line: color-mix(in oklab, var(--cercle-page) 84%, white);
      --cercle-line-strong: color-mix(in oklab, var(--cercle-page) 48%, white);
      --cercle-accent-ink: color-mix(in oklch, var(--cercle-fill) 84%, white);
      --cercle-accent-hover: color-mix(in oklch, var(--cercle-fill) 84%, white);
      --cercle-accent-soft: color-mix(in oklab, var(--cercle-fill) 13%, var(--cercle-page));
      --cercle-accent-line: color-mix(in oklab, var(--cercle-fill) 45%, var(--cercle-page));
    }
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
      --cercle-shadow: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cercle {
      --cercle-fast: 0ms;
      --cercle-slow: 0ms;
    }
  }
  @media (prefers-contrast: more) {
    .cercle {
      --cercle-ink-soft: var(--cercle-ink);
      --cercle-line: var(--cercle-line-strong);
    }
  }
`
