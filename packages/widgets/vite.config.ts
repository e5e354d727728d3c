import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'
import { smallestBrotli } from './smallest-brotli.ts'
import { squeezeTemplates } from './squeeze-templates.ts'

/*
 * What browsers load: `cercle.js` under a name that never changes, everything else under names that carry their hash. The loader asks for one
 * chunk, which holds all that a stranger's feed needs: a chain of imports costs a round trip each.
 */
export default defineConfig({
  // there, class fields stay what they are: the other way the compiler makes a WeakMap of every private name, in every browser
  tsconfig: 'tsconfig.bundle.json',
  oxc: { decorator: { legacy: true } },
  plugins: [declaredProperties(), noGlobals(), squeezeTemplates(), safariFields(), noAnnotations(), compressed(), packaged()],
  build: {
    // Chrome 94, Firefox 101, Safari 15.4: for these names the compiler would lower all classes; what really differs is in safariFields
    target: 'es2022',
    manifest: true,
    // as a library: without the helper that preloads, which weighs half a loader
    lib: { entry: { cercle: 'src/loader.ts', frame: 'src/frame/frame.ts' }, formats: ['es'] },
    rolldownOptions: {
      // the guest takes what the frame's script has already, from the script itself
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: ({ name }) => (name === 'cercle' ? 'cercle.js' : 'assets/[name]-[hash:7].js'),
        chunkFileNames: 'assets/[name]-[hash:7].js',
        // names stand in what strangers load: fewer letters weigh less
        hashCharacters: 'base36',
        codeSplitting: {
          groups: [
            { name: 'inline', test: /src\/inline\.ts$/u, includeDependenciesRecursively: true, priority: 2 },
            // for frames and for the desk: left alone, it would draw a helper out of what strangers load
            { name: 'session', test: /widgets\/src\/session\/site-session/u, priority: 1 },
            // what a member's parts have in common: one file more, not seven. Not what the frame's script starts with, what is read once, nor what few need
            {
              name: 'member',
              test: /lit|widgets\/src\/(?!theme\/(?:add-styles|contrast)|frame|session|charter|desk|primitives\/help|controllers\/(?:asking|acting|pages))/u,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})

/** A field that a decorator makes reactive would hide the accessor of Lit, silently: those are declared, in `static properties`. */
function declaredProperties(): Plugin {
  return {
    name: 'cercle-declared-properties',
    enforce: 'pre',
    transform: {
      filter: { id: /packages\/widgets\/src\/.*\.ts$/u },
      handler(code, id) {
        if (/^\s*@(?:property|state)\(/mu.test(code))
          this.error(`${id}: use "static properties" and "declare" for reactive properties`)
      },
    },
  }
}

/** What Lit writes into the page's own globals, to warn of two versions and for decorators, which are not used here. */
const marks: readonly [RegExp, string][] = [
  [/\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/u, 'void 0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/u, 'void 0'],
  [/this\[Symbol\.metadata\]/u, 'null'],
  // for browsers without shadow roots, which have no module scripts either
  [/\w+\.(?:reactiveElement|litHtml|litElement)PolyfillSupport/u, 'void 0'],
]

/** A host's page keeps the globals it had. */
function noGlobals(): Plugin {
  return {
    name: 'cercle-no-globals',
    apply: 'build',
    transform: {
      filter: { id: /(?:lit-html|lit-element|reactive-element)\/(?:lit-html|lit-element|reactive-element)\.js$/u },
      handler: (code) => marks.reduce((text, [mark, instead]) => text.replace(mark, instead), code),
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const left = chunk.type === 'chunk' && /\w*(?:litPropertyMetadata|(?:Html|Element)Versions)\b/u.exec(chunk.code)
        if (left) this.error(`${chunk.fileName} writes ${left[0]} into the page's globals: Lit changed, see "marks"`)
      }
    },
  }
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Parentheses that do not belong to a call, or an arrow function: where the parser of Safari goes back and forgets. */
const goesBack = /=>|(?:^|[^\w$)\]])\(/u

/**
 * Safari before 16 loses the variables around a class field when its initialiser has such parentheses inside (WebKit bug 236843); in a
 * function of its own it does not. Static blocks it knows from 16.4 on.
 */
function safariFields(): Plugin {
  return {
    name: 'cercle-safari-fields',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const values: Node[] = []
        collectFields(this.parse(chunk.code) as unknown as Node, values)
        if (/\bstatic\s*\{/u.test(chunk.code)) this.error(`${chunk.fileName}: Safari 15.4 knows no static blocks`)
        for (const { start, end } of values.sort((a, b) => b.start - a.start)) {
          if (!goesBack.test(chunk.code.slice(start, end))) continue
          chunk.code = `${chunk.code.slice(0, start)}(()=>${wrapped(chunk.code.slice(start, end))})()${chunk.code.slice(end)}`
        }
      }
    },
  }
}

const wrapped = (value: string): string => (value.startsWith('{') ? `(${value})` : value)

function collectFields(node: Node, values: Node[]): void {
  const value = node['value'] as Node | null
  if (node.type === 'PropertyDefinition' && value && !value.type.endsWith('FunctionExpression')) values.push(value)
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one && typeof one === 'object' && 'type' in one) collectFields(one as Node, values)
    }
  }
}

/** What is written for bundlers to come, none of which comes after this. */
function noAnnotations(): Plugin {
  return {
    name: 'cercle-no-annotations',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll('/* @__PURE__ */ ', '')
    },
  }
}

/** Lays `.br` and `.gz` beside each file: compressed once, as well as it goes. */
function compressed(): Plugin {
  const zip = promisify(gzip)
  return {
    name: 'cercle-compressed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      for (const name of await readdir(dir, { recursive: true })) {
        if (!name.endsWith('.js')) continue
        const file = join(dir, name)
        const content = await readFile(file)
        await writeFile(`${file}.br`, await smallestBrotli(content))
        await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
      }
    },
  }
}

/** The doors of the npm package, for people who bundle themselves: Lit and the SDK stay imports, so that a page has one copy of each. */
function packaged(): Plugin {
  let outDir = 'dist'
  return {
    name: 'cercle-packaged',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: 'error',
        tsconfig: 'tsconfig.bundle.json',
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: { index: 'src/index.ts', register: 'src/register.ts' }, formats: ['es'] },
          rolldownOptions: {
            external: [/^lit(?:\/|$)/u, /^@lit\//u, /^@cercle\/sdk/u],
            output: { entryFileNames: '[name].js', chunkFileNames: 'package/[name]-[hash:7].js' },
          },
        },
      })
    },
  }
}
