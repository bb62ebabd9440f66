import ExploreOff from '@mui/icons-material/ExploreOffOutlined';
import { useNavigate } from 'react-router';
import { t } from '@/i18n';
import { EmptyState } from '@/ui';

export function NotFound() {
  const navigate = useNavigate();
  const home = { label: t('app.notFound.home'), onClick: () => void navigate('/') };
  return <EmptyState icon={<ExploreOff />} title={t('app.notFound.title')} text={t('app.notFound.text')} action={home} />;
}
