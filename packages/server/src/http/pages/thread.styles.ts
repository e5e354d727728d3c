import { css } from './css.ts'

/** One discussion. */
export const threadStyles = css`
  .thread {
    margin-top: 8px;
    padding: 16px;
    background: var(--surface);
    border: 1px solid var(--accent-line);
    border-radius: 8px;
  }
  .thread h1 {
    max-width: 28em;
    margin-top: 8px;
    font-size: var(--size-l);
    line-height: 1.25;
    letter-spacing: -0.005em;
  }
  .top > * {
    margin-right: 12px;
  }
  .by {
    display: flex;
    align-items: center;
    min-height: 40px;
    font-size: var(--size-s);
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .by b {
    color: var(--ink);
  }
  .by time {
    white-space: nowrap;
  }
  .opening .by {
    margin-top: 16px;
  }
  .opening .by time,
  .opening .by b {
    display: block;
  }
  .opening .by time {
    display: inline;
  }
  .avatar {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    margin-right: 12px;
    border: 1px dashed var(--line-strong);
    border-radius: 50%;
    color: var(--ink-soft);
  }
  .text {
    max-width: 66ch;
    margin-top: 16px;
    overflow-wrap: anywhere;
  }
  .text > * + * {
    margin-top: 12px;
  }
  .text ul,
  .text ol {
    padding-left: 1.4em;
  }
  .said {
    margin-top: 16px;
    list-style: none;
    font-size: var(--size-s);
    line-height: 1.45;
    color: var(--ink-soft);
  }
  .said > li {
    display: inline-block;
    margin-right: 24px;
  }
  .trace {
    min-height: 40px;
    margin-top: 8px;
    align-items: center;
    font-size: var(--size-s);
    color: var(--ink-soft);
  }
  .trace > .i {
    margin-top: 0;
  }
  .part {
    margin-top: 24px;
    padding-top: 24px;
    border-top: 1px solid var(--line);
  }
  .replies {
    list-style: none;
  }
  .reply {
    margin-top: 24px;
  }
  .reply .by b {
    display: inline-block;
    margin-right: 0.6em;
  }
  .reply .text,
  .reply .said,
  .reply .trace {
    margin-top: 8px;
  }
  .thread > .small {
    margin-top: 12px;
  }
  @media (min-width: 600px) {
    .thread {
      padding: 24px;
    }
    .reply .text,
    .reply .said,
    .reply .trace {
      margin-left: 52px;
    }
  }
`
