/** A sheet as text; named so that editors and the formatter know it. */
export const css = String.raw
