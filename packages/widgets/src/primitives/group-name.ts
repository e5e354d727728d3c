/** A group as one names it after « du groupe »: without the word itself, in either language. */
export const bareGroup = (name: string): string => name.replace(/^groupe\s+(?=\S)/iu, '').replace(/(\S)\s+group$/iu, '$1')
