// What stands on paper stands there in Indonesian, whatever language the screen speaks: couriers read it.

export const INDONESIAN = { locale: 'id' } as const;
