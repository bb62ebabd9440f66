import { createTheme } from '@mui/material';

const focusRing = { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 2 };

/** Restrained: one accent, flat surfaces with hairlines, little shadow. Light or dark by the reader's preference. */
export const theme = createTheme({
  cssVariables: true,
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b6e75', dark: '#08565c', contrastText: '#ffffff' },
        secondary: { main: '#5b4bb7' },
        warning: { main: '#b45309' },
        error: { main: '#b3261e' },
        success: { main: '#23703f' },
        text: { primary: '#17262b', secondary: '#55666c' },
        divider: '#dfe5e7',
        background: { default: '#f5f7f8', paper: '#ffffff' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#4cc3c7', dark: '#35a6aa', contrastText: '#04282a' },
        secondary: { main: '#b3a6ff' },
        warning: { main: '#f0ab45' },
        error: { main: '#ff8a80' },
        success: { main: '#6fcf97' },
        text: { primary: '#e6edef', secondary: '#9fb0b6' },
        divider: '#2a363b',
        background: { default: '#0f1518', paper: '#161e22' },
      },
    },
  },
  shape: { borderRadius: 10 },
  typography: {
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    fontSize: 14,
    h1: { fontSize: '1.375rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25 },
    h2: { fontSize: '0.95rem', fontWeight: 650, letterSpacing: '-0.005em' },
    h3: { fontSize: '0.875rem', fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
    overline: { fontSize: '0.7rem', fontWeight: 600, letterSpacing: '0.06em', lineHeight: 1.6 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: { '*:focus-visible': focusRing, body: { fontFeatureSettings: "'cv05', 'ss03'" } },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: 'var(--mui-palette-divider)' } },
    },
    MuiDialog: { styleOverrides: { paper: { border: '1px solid var(--mui-palette-divider)' } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.1rem', fontWeight: 650, letterSpacing: '-0.01em' } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiAlert: { styleOverrides: { root: { border: '1px solid', borderColor: 'color-mix(in srgb, currentColor 22%, transparent)' } } },
    MuiChip: { styleOverrides: { root: { fontWeight: 550 } } },
    MuiTableCell: {
      styleOverrides: { sizeSmall: { paddingInline: 10 }, head: { fontWeight: 600, color: 'var(--mui-palette-text-secondary)', whiteSpace: 'nowrap' } },
    },
    MuiTooltip: { defaultProps: { arrow: true } },
  },
});
