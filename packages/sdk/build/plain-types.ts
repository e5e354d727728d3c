import ts from 'typescript-5'

/** Says types of the server in plain words: what zod, tRPC and the database make of them is computed, and nothing of theirs is named. */
export class PlainTypes {
  readonly #checker: ts.TypeChecker
  readonly #exports: Map<string, ts.Symbol>
  /** Types that have a name of their own, said by it wherever they come up. */
  readonly #names = new Map<ts.Type, string>()

  constructor(entry: string) {
    const program = ts.createProgram([entry], {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      skipLibCheck: true,
      types: ['node'],
    })
    this.#checker = program.getTypeChecker()
    const module = this.#checker.getSymbolAtLocation(program.getSourceFile(entry)!)!
    this.#exports = new Map(
      this.#checker
        .getExportsOfModule(module)
        .map((symbol) => [symbol.name, symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol]),
    )
  }

  /** The declarations of these exports, one after the other. */
  declare(names: string[]): string {
    for (const name of names) {
      const type = this.#typeOf(name)
      // `string` and the like stay themselves
      if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union)) this.#names.set(type, name)
    }
    return names.map((name) => this.#declaration(name)).join('\n')
  }

  /** The router as a record of its procedures, indented by two. */
  router(name: string): string {
    const record = this.#member(this.#member(this.#typeOf(name), '_def'), 'record')
    return this.#record(record, '  ')
  }

  #typeOf(name: string): ts.Type {
    const symbol = this.#exports.get(name)
    if (!symbol) throw new Error(`the server exports no ${name}`)
    return this.#checker.getDeclaredTypeOfSymbol(symbol)
  }

  #member(type: ts.Type, name: string): ts.Type {
    const symbol = type.getProperty(name)
    if (!symbol) throw new Error(`${this.#checker.typeToString(type)} has no ${name}`)
    return this.#checker.getTypeOfSymbol(symbol)
  }

  #declaration(name: string): string {
    const declaration = this.#exports
      .get(name)!
      .declarations!.find((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one))
    if (!declaration) throw new Error(`${name} is no interface and no type`)
    const doc = docOf(this.#exports.get(name)!, this.#checker, '')
    const text = declaration.getText()
    // What was written by hand is plain already, and may be generic or recursive.
    if (!/\btypeof\b|\bz\./u.test(text)) return `${doc}${text}\n`
    const type = this.#typeOf(name)
    const said = this.#say(type, '', name)
    return said.startsWith('{') && !type.isUnion()
      ? `${doc}export interface ${name} ${said}\n`
      : `${doc}export type ${name} = ${said}\n`
  }

  #record(record: ts.Type, indent: string): string {
    const lines = record.getProperties().map((symbol) => {
      const type = this.#checker.getTypeOfSymbol(symbol)
      const doc = docOf(symbol, this.#checker, indent)
      const def = type.getProperty('_def') && this.#member(type, '_def')
      const said = def?.getProperty('$types') ? this.#procedure(def, indent) : this.#record(type, `${indent}  `)
      return `${doc}${indent}${symbol.name}: ${said}\n`
    })
    return `{\n${lines.join('')}${indent.slice(2)}}`
  }

  #procedure(def: ts.Type, indent: string): string {
    const types = this.#member(def, '$types')
    const kind =
      this.#checker.typeToString(this.#member(def, 'type')) === '"query"' ? 'TRPCQueryProcedure' : 'TRPCMutationProcedure'
    const [input, output] = ['input', 'output'].map((name) => this.#say(this.#member(types, name), `${indent}  `))
    return `${kind}<{\n${indent}  input: ${input}\n${indent}  output: ${output}\n${indent}  meta: object\n${indent}  errorShape: ErrorShape\n${indent}}>`
  }

  /** `top`: the name that is being declared, which is not said by itself. */
  #say(type: ts.Type, indent: string, top?: string): string {
    const name = this.#names.get(type)
    if (name !== undefined && name !== top) return name
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter))
      throw new Error(`${top ?? 'a member'} is not known: ${this.#checker.typeToString(type)}`)
    if (type.isUnion()) return this.#union(type, indent)
    if (!(type.flags & ts.TypeFlags.Object)) return this.#checker.typeToString(type).replace(/^"(.*)"$/u, "'$1'")
    if (this.#checker.isArrayType(type)) {
      const item = this.#say(this.#checker.getTypeArguments(type as ts.TypeReference)[0]!, indent)
      return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
    }
    if (isFixedTuple(type, this.#checker)) {
      const items = this.#checker.getTypeArguments(type).map((item) => this.#say(item, indent))
      return `[${items.join(', ')}]`
    }
    if (type.getCallSignatures().length > 0 || this.#checker.isTupleType(type))
      throw new Error(`cannot say ${this.#checker.typeToString(type)}`)
    return this.#object(type, indent)
  }

  #union(type: ts.UnionType, indent: string): string {
    // `AuthorView | undefined` is not the same union as `AuthorView`
    const named = [...this.#names].find(
      ([one]) => one.isUnion() && one !== type && one.types.every((part) => type.types.includes(part)),
    )
    const rest = named ? type.types.filter((part) => !(named[0] as ts.UnionType).types.includes(part)) : type.types
    const flags = (flag: ts.TypeFlags) => rest.filter((part) => part.flags & flag)
    const isBoolean = flags(ts.TypeFlags.BooleanLiteral).length === 2
    const others = rest.filter((part) => !(isBoolean && part.flags & ts.TypeFlags.BooleanLiteral) && !(part.flags & empty))
    const parts = [
      ...(named ? [named[1]] : []),
      ...(isBoolean ? ['boolean'] : []),
      ...others.map((part) => this.#say(part, indent)),
    ]
    return [...parts, ...flags(empty).map((part) => this.#checker.typeToString(part))].join(' | ')
  }

  #object(type: ts.Type, indent: string): string {
    const inside = `${indent}  `
    const lines = type.getProperties().map((symbol) => {
      const optional = symbol.flags & ts.SymbolFlags.Optional ? '?' : ''
      const said = this.#say(this.#checker.getTypeOfSymbol(symbol), inside)
      return `${docOf(symbol, this.#checker, inside)}${inside}${keyOf(symbol.name)}${optional}: ${said}\n`
    })
    for (const { keyType, type: value } of this.#checker.getIndexInfosOfType(type))
      lines.push(`${inside}[key: ${this.#checker.typeToString(keyType)}]: ${this.#say(value, inside)}\n`)
    return `{\n${lines.join('')}${indent}}`
  }
}

/** `[number, string]`: no part of it is optional, or a rest. */
function isFixedTuple(type: ts.Type, checker: ts.TypeChecker): type is ts.TypeReference {
  if (!checker.isTupleType(type)) return false
  const { elementFlags } = (type as ts.TypeReference).target as ts.TupleType
  return elementFlags.every((flag) => flag === ts.ElementFlags.Required)
}

/** Said last in a union. */
const empty = ts.TypeFlags.Null | ts.TypeFlags.Undefined

/** What the server's sources say of it, as a comment. */
function docOf(symbol: ts.Symbol, checker: ts.TypeChecker, indent: string): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
  if (!text) return ''
  const lines = text.split('\n')
  return lines.length === 1
    ? `${indent}/** ${text} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

/** As a key is written: in quotes where it is no name. */
const keyOf = (name: string): string => (/^[\w$]+$/.test(name) ? name : `'${name}'`)
