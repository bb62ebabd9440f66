import LayersClear from '@mui/icons-material/LayersClearOutlined';
import { Box, Typography } from '@mui/material';
import { allFloors, type Building, type Places } from '@/domain';
import { t } from '@/i18n';
import { Failure, useMay, usePlaces, useSession } from '@/queries';
import { EmptyState, Loading, PageHeader } from '@/ui';
import { FloorCard } from './FloorCard';

/** Every floor that the user may see, with how many are on it. */
export function OverviewPage() {
  const may = useMay('maps:read');
  const { data, isPending, error, refetch } = usePlaces(may);
  const { tenant } = useSession();
  const floors = data ? allFloors(data).length : 0;
  return (
    <>
      <PageHeader title={t('overview.title')} about={floors > 0 ? t('overview.about', { count: floors }) : undefined} documentTitle={t('app.tab', { page: t('overview.title'), tenant: tenant.displayName })} />
      {!may || (data && floors === 0) ? (
        <EmptyState icon={<LayersClear />} title={t('places.none.title')} text={t('places.none.text')} />
      ) : isPending ? (
        <Loading label={t('app.loading')} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Buildings places={data} />
      )}
    </>
  );
}

function Buildings({ places }: { places: Places }) {
  return places.campuses.map((campus) =>
    campus.buildings.map((building) => <FloorsOf key={building.id} building={building} title={places.campuses.length > 1 ? `${campus.name} › ${building.name}` : building.name} />),
  );
}

function FloorsOf({ building, title }: { building: Building; title: string }) {
  return (
    <Box component="section" aria-label={title} sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))' }}>
        {building.floors.map((floor) => (
          <FloorCard key={floor.id} floor={floor} />
        ))}
      </Box>
    </Box>
  );
}
