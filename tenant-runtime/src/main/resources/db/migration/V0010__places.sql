-- Rooms number their scripts: places, location, occupancy 0010-0049; access 0050-0089.
-- The places of the last map sync. json is what CMX gave, without the parts that have rows of their own; text, because jsonb would
-- change the order of keys and the form of numbers.

create table place_sync (
    id          smallint primary key check (id = 1),
    revision    bigint      not null,
    synced_at   timestamptz not null,
    cmx_version bigint      not null
);

create table campus (
    id       text primary key,
    name     text not null,
    position int  not null,
    json     text not null
);

create table building (
    id        text primary key,
    campus_id text not null references campus on delete cascade,
    name      text not null,
    position  int  not null,
    json      text not null
);

create table floor (
    id          text primary key,
    building_id text not null references building on delete cascade,
    name        text not null,
    position    int  not null,
    json        text not null
);

create table zone (
    id       text primary key,
    floor_id text not null references floor on delete cascade,
    name     text not null,
    position int  not null,
    json     text not null
);

create table access_point (
    id       bigint generated always as identity primary key,
    floor_id text not null references floor on delete cascade,
    name     text not null,
    mac      text not null,
    position int  not null,
    json     text not null
);

create index on building (campus_id);
create index on floor (building_id);
create index on zone (floor_id);
create index on access_point (floor_id);

create table floor_image (
    name       text primary key,
    media_type text        not null,
    bytes      bytea       not null,
    fetched_at timestamptz not null
);
