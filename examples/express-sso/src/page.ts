/** The two lines that embed Cercle, and where this site says who its visitor is. */
export const page = (cercle: string, community: string): string => `<!doctype html>
<html lang="fr-CA">
  <meta charset="utf-8" />
  <title>Intranet</title>
  <link rel="icon" href="data:," />
  <script type="module" src="${cercle}/cercle.js" auth-endpoint="/cercle"></script>
  <h1>Intranet</h1>
  <cercle-account community="${community}"></cercle-account>
  <cercle-feed community="${community}"></cercle-feed>
</html>`
