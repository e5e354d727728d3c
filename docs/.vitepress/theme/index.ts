// The theme without its fonts: these pages use the reader's own, and ask nothing of another server.
import theme from 'vitepress/theme-without-fonts'
import './style.css'

export default theme
