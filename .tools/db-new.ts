import { existsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './running.ts'

/** `npm run db:new -- discussions-create`: a dated migration, with the least that a table of this house has. */
const [name = ''] = process.argv.slice(2)
if (!/^[a-z]+(-[a-z0-9]+)+$/u.test(name)) {
  console.error('Name what happens to which feature: npm run db:new -- discussions-create')
  process.exit(1)
}

const [date = '', time = ''] = new Date().toISOString().split('T')
const stamp = `${date.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}`
const file = join(root, 'packages/server/src/db/migrations', `${stamp}-${name}.ts`)
if (existsSync(file)) {
  console.error(`${relative(root, file)} is there already`)
  process.exit(1)
}

const table = name.split('-')[0]
writeFileSync(
  file,
  `import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`
    create table ${table} (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      created_at timestamptz(3) not null,
      primary key (community_id, id)
    );
    alter table ${table} enable row level security;
  \`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql\`drop table ${table}\`.execute(db)
}
`,
)
console.log(relative(root, file))
