export type Theme = 'dark' | 'light'

/** Names of the colours; a theme that leaves one out does not compile. */
export type Token =
  | 'ground' | 'water' | 'land' | 'green' | 'shore'
  | 'panel' | 'raised' | 'line'
  | 'text' | 'second' | 'disabled'
  | 'accent' | 'act-now' | 'caution' | 'fine'
  | 'road' | 'road-major' | 'road-casing' | 'building' | 'building-edge' | 'boundary' | 'halo'

export type Tokens = Readonly<Record<Token, string>>

export const tokens: Readonly<Record<Theme, Tokens>> = {
  dark: {
    ground: '#0a0f1a', water: '#0d1b2e', land: '#111827', green: '#13241f', shore: '#22344f',
    panel: '#121a2b', raised: '#1a2438', line: '#26324a',
    text: '#e6ecf5', second: '#9fb0c8', disabled: '#5d6c84',
    accent: '#38bdf8', 'act-now': '#fa5573', caution: '#f59e0b', fine: '#34d399',
    road: '#2b3850', 'road-major': '#3b4c69', 'road-casing': '#0c1220',
    building: '#1b2538', 'building-edge': '#2a3750', boundary: '#6b7f9f', halo: '#0a0f1a',
  },
  light: {
    ground: '#eef1f5', water: '#cfe0ee', land: '#f7f8fa', green: '#e3efe0', shore: '#a9c2d8',
    panel: '#ffffff', raised: '#f4f6f9', line: '#dde3ec',
    text: '#172033', second: '#52607a', disabled: '#98a3b6',
    accent: '#0369a1', 'act-now': '#be123c', caution: '#b45309', fine: '#047857',
    road: '#ffffff', 'road-major': '#ffffff', 'road-casing': '#cbd3df',
    building: '#e6eaf0', 'building-edge': '#cdd5e0', boundary: '#6b7a94', halo: '#f7f8fa',
  },
}

/** Fonts of the system that hold Chinese, Latin letters and tabular figures. No font is ever fetched. */
export const fontStack = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif']
