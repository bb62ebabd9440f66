import { Box, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import { memo, type ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The heading of the row's card on a narrow screen. */
  heading?: boolean;
  /** Stands beside that heading. */
  corner?: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Attributes for the row's element, for example data-… that tests read. */
  rowProps?: (row: Row) => Record<`data-${string}`, string | number>;
  selected?: string | null;
}

/** A table that becomes a list of cards where there is no room for columns. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  return narrow ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<Row>({ label, columns, rows, rowKey, rowProps, selected }: DataTableProps<Row>) {
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column.key} align={column.numeric ? 'right' : 'left'}>
                {column.header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => {
            const key = rowKey(row);
            return <MemoRow key={key} row={row} columns={columns} selected={selected === key} data={rowProps?.(row)} />;
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface RowProps<Row> {
  row: Row;
  columns: Column<Row>[];
  selected: boolean;
  data?: Record<string, string | number>;
}

function OneRow<Row>({ row, columns, selected, data }: RowProps<Row>) {
  return (
    <TableRow hover selected={selected} {...data}>
      {columns.map((column) => (
        <TableCell key={column.key} align={column.numeric ? 'right' : 'left'} sx={{ fontVariantNumeric: column.numeric ? 'tabular-nums' : undefined }}>
          {column.cell(row)}
        </TableCell>
      ))}
    </TableRow>
  );
}

/** Live lists change a few rows a second of some hundred: the others are left alone. The data of a row follows from the row. */
const MemoRow = memo(OneRow, (a, b) => a.row === b.row && a.columns === b.columns && a.selected === b.selected) as typeof OneRow;

function Cards<Row>({ label, columns, rows, rowKey, rowProps, selected }: DataTableProps<Row>) {
  const heading = columns.find((column) => column.heading);
  const corner = columns.find((column) => column.corner);
  const others = columns.filter((column) => column !== heading && column !== corner);
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <Paper key={rowKey(row)} component="li" variant="outlined" sx={{ p: 1.5, borderColor: selected === rowKey(row) ? 'primary.main' : undefined }} {...rowProps?.(row)}>
          <Box sx={{ mb: 0.75, display: 'flex', justifyContent: 'space-between', alignItems: 'start', fontWeight: 600, overflowWrap: 'anywhere' }}>
            {heading?.cell(row)}
            {corner?.cell(row)}
          </Box>
          <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(88px, auto) 1fr', columnGap: 1.5, rowGap: 0.5 }}>
            {others.map((column) => (
              <Entry key={column.key} name={column.header}>
                {column.cell(row)}
              </Entry>
            ))}
          </Box>
        </Paper>
      ))}
    </Box>
  );
}

/** One pair of a description list. */
export function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Typography>
    </>
  );
}
