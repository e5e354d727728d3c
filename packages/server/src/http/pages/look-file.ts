import { brotliCompressSync, gzipSync } from 'node:zlib'
import { paletteOf } from '../../communities/accent.ts'
import type { Look, Scheme } from '../../communities/vocabulary.schema.ts'
import { html, type Html } from '../../html.ts'
import type { Packed } from '../../trpc/packed.ts'
import { css, squeezed } from './css.ts'
import { darkTokens, exceptions, lightTokens, paperTokens } from './tokens.styles.ts'

const PATH = /^\/assets\/look-([0-9a-f]{6}|ours)-(light|dark|auto)\.css$/

/**
 * The sheet that a look makes, for pages and for the elements in pages of ours, after theirs; nothing where all is as ever. Its address names all
 * that it depends on, so that it can be kept for good.
 */
export const lookLink = ({ accent, scheme }: Look): Html | string =>
  accent === null && scheme === null
    ? ''
    : html`<link rel="stylesheet" href=${`/assets/look-${accent?.slice(1) ?? 'ours'}-${scheme ?? 'auto'}.css`} />`

function coloursOf(accent: string | undefined, scheme: Scheme): string {
  if (accent === undefined) return ''
  const { ink, soft, line } = paletteOf(accent, scheme)
  return `--accent-ink: ${ink}; --accent-soft: ${soft}; --accent-line: ${line}; --focus: ${ink};`
}

function sheetOf(accent: string | undefined, scheme: Scheme | undefined): string {
  const own = accent === undefined ? '' : `--cercle-accent: ${accent};`
  const colours = scheme
    ? css`
        :root {
          color-scheme: ${scheme};
          ${scheme === 'light' ? lightTokens : darkTokens} ${coloursOf(accent, scheme)} ${own}
        }
      `
    : css`
        :root {
          ${coloursOf(accent, 'light')} ${own}
        }
        @media (prefers-color-scheme: dark) {
          :root {
            ${coloursOf(accent, 'dark')}
          }
        }
      `
  const paper = css`
    @media print {
      ${paperTokens}
    }
  `
  return squeezed([colours, exceptions, paper])
}

/** The sheet at this path; `undefined` when none is. */
export function lookFile(path: string): Packed | undefined {
  const [, hex, scheme] = PATH.exec(path) ?? []
  if (hex === undefined || scheme === undefined) return undefined
  const sheet = sheetOf(hex === 'ours' ? undefined : `#${hex}`, scheme === 'auto' ? undefined : (scheme as Scheme))
  const plain = Buffer.from(sheet)
  return {
    type: 'text/css; charset=utf-8',
    plain,
    br: brotliCompressSync(plain),
    gzip: gzipSync(plain, { level: 9 }),
    etag: `"look-${hex}-${scheme}"`,
  }
}
