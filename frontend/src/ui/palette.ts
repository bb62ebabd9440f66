import { useMediaQuery } from '@mui/material';

/** Colours of things on maps and charts, which are drawn on a canvas and do not see the theme's variables. */
export interface DrawingColours {
  dark: boolean;
  connected: string;
  connectedSoft: string;
  probing: string;
  old: string;
  outline: string;
  text: string;
  mutedText: string;
  line: string;
  paper: string;
  floor: string;
  accessPoint: string;
  gap: string;
}

const light: DrawingColours = {
  dark: false,
  connected: '#0b6e75',
  connectedSoft: 'rgba(11, 110, 117, 0.14)',
  probing: '#b45309',
  old: '#7b878c',
  outline: '#ffffff',
  text: '#17262b',
  mutedText: '#55666c',
  line: '#dfe5e7',
  paper: '#ffffff',
  floor: '#f4f6f7',
  accessPoint: '#5b4bb7',
  gap: 'rgba(85, 102, 108, 0.14)',
};

const dark: DrawingColours = {
  dark: true,
  connected: '#4cc3c7',
  connectedSoft: 'rgba(76, 195, 199, 0.18)',
  probing: '#f0ab45',
  old: '#7f8d93',
  outline: '#0f1518',
  text: '#e6edef',
  mutedText: '#9fb0b6',
  line: '#2a363b',
  paper: '#161e22',
  floor: '#11181b',
  accessPoint: '#b3a6ff',
  gap: 'rgba(159, 176, 182, 0.16)',
};

export function useDrawingColours(): DrawingColours {
  return useMediaQuery('(prefers-color-scheme: dark)') ? dark : light;
}
