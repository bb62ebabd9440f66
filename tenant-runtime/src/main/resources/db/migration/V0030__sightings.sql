-- A device was in an area within five minutes. zone_id is empty for the whole floor. Written with the positions, so that counting the
-- unique devices of a day reads no positions.
create table sighting (
    floor_id   text        not null,
    zone_id    text        not null,
    bucket     timestamptz not null,
    mac        macaddr     not null,
    associated boolean     not null,
    primary key (floor_id, zone_id, bucket, mac) include (associated)
);
