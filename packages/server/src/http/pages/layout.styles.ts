import { css } from './css.ts'

/** The page around: head, foot, the text and what stands beside it. Widths are those of the window. */
export const layoutStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  html {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    scroll-padding-top: 72px;
  }
  html[hidden] {
    display: none;
  }
  .exit {
    position: -webkit-sticky;
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    justify-content: flex-end;
    padding: 8px 16px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  body {
    margin: 0;
    background: var(--page);
    color: var(--ink);
    font-family: -apple-system, 'Segoe UI', Roboto, system-ui, sans-serif;
    font-size: var(--size-m);
    line-height: 1.55;
    overflow-wrap: break-word;
  }
  h1,
  h2,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  b,
  strong {
    font-weight: 600;
  }
  a {
    color: var(--accent-ink);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: 0;
  }
  .wrap {
    max-width: 1120px;
    margin: 0 auto;
    padding: 0 16px;
  }
  .skip {
    position: absolute;
    left: -999px;
  }
  .skip:focus {
    left: 12px;
    top: 12px;
    z-index: 1;
    padding: 12px 16px;
    background: var(--surface);
  }
  .head {
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .logo {
    display: inline-flex;
    align-items: center;
    min-height: 68px;
    padding: 10px 0;
    color: inherit;
    text-decoration: none;
  }
  .logo:hover b {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .logo b {
    display: block;
    font-size: 1.125rem;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .logo small {
    display: block;
    font-size: var(--size-s);
    line-height: 1.3;
    color: var(--ink-soft);
  }
  .logo .mark {
    flex: none;
    width: 32px;
    height: 32px;
    margin-right: 12px;
    fill: none;
    stroke: currentColor;
    color: var(--accent-ink);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .split {
    padding-top: 24px;
    padding-bottom: 48px;
  }
  main:focus {
    outline: 0;
  }
  h1 {
    font-size: 1.625rem;
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .side {
    margin-top: 48px;
  }
  .side section + section {
    margin-top: 32px;
  }
  .side h2,
  .part {
    font-weight: 600;
    line-height: 1.35;
  }
  .side p,
  .side li {
    margin-top: 8px;
    font-size: var(--size-s);
    line-height: 1.45;
    list-style: none;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--size-s);
    line-height: 1.45;
  }
  .foot {
    padding-bottom: 32px;
    font-size: var(--size-s);
    color: var(--ink-soft);
  }
  .foot p {
    padding-top: 16px;
    overflow-wrap: anywhere;
  }
  .foot p:first-child {
    border-top: 1px solid var(--line);
  }
  @media (min-width: 600px) {
    .wrap {
      padding: 0 32px;
    }
    .split {
      padding-top: 40px;
      padding-bottom: 72px;
    }
    h1 {
      font-size: 1.875rem;
    }
  }
  @media (min-width: 900px) {
    .split {
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
    }
    main {
      flex: 1 1 0;
      min-width: 0;
      max-width: 744px;
    }
    .whole {
      max-width: none;
    }
    .side {
      flex: none;
      width: 264px;
      margin: 8px 0 0 48px;
    }
    .to-side {
      display: none;
    }
  }
`
