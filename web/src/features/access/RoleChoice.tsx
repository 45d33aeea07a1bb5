import type { Role } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { kRoles } from './roles';

interface RoleChoiceProps {
  chosen: readonly Role[];
  onChange: (roles: Role[]) => void;
}

export function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const t = useText();
  const flip = (role: Role) => onChange(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role]);
  return (
    <fieldset>
      <legend className="field-name">{t('access.roles')}</legend>
      <div className="role-choice">
        {kRoles.map((role) => (
          <label key={role}>
            <input type="checkbox" checked={chosen.includes(role)} onChange={() => flip(role)} /> {textOf('role', role)}
          </label>
        ))}
      </div>
      <p className="small quiet">{t('access.weight')}</p>
    </fieldset>
  );
}
