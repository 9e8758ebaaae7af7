// Generated from docs/api/openapi.json by "npm run bless".
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus metrics */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                id: number;
                                name: string;
                                display_name: string;
                                roles: ("wall" | "dispatcher" | "analyst" | "community_officer" | "chief" | "administrator" | "auditor")[];
                                scope: {
                                    id: number;
                                    name: string;
                                    kind: string;
                                } | null;
                            };
                            stations: "all" | number[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Access tokens of this account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tokens: {
                                id: string;
                                label: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                expires_at: string;
                                /** Format: date-time */
                                seen_at: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an access token for a map client such as QGIS */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        label: string;
                        days: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            token: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an access token */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The city on the map */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            name_en: string;
                            time_zone: string;
                            view: {
                                longitude: number;
                                latitude: number;
                                zoom: number;
                            };
                            extent: number[];
                            /** Format: date-time */
                            now: string;
                            data_until: string | null;
                            base_maps: {
                                id: string;
                                title: {
                                    zh: string;
                                    en: string;
                                };
                                kind: string;
                                url: string;
                                attribution: string;
                                datum: string;
                                max_zoom: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Layers as this caller sees them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            layers: {
                                id: string;
                                revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                rows: "all" | "some" | "none";
                                /** @description counts of other stations under ten are hidden */
                                small_counts: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dictionaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Editable dictionaries */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            incident_type: {
                                code: string;
                                name: string;
                                name_en: string;
                                police: boolean;
                                grade: number;
                            }[];
                            place_category: {
                                code: string;
                                name: string;
                                name_en: string;
                                key_category: boolean;
                            }[];
                            unit_status: {
                                code: string;
                                meaning: string;
                                name: string;
                                name_en: string;
                            }[];
                            capability: {
                                code: string;
                                name: string;
                                name_en: string;
                            }[];
                            stations: {
                                id: number;
                                name: string;
                                name_en: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{layer}/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A vector tile
         * @description Mapbox Vector Tile 2.1; further parameters are the layer's own filters.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    v?: string;
                };
                header?: never;
                path: {
                    layer: string;
                    z: string;
                    x: string;
                    /** @description row, with the ending .mvt */
                    y: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TileJSON 3.0 of a layer: {layer}.json */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cells/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of a layer by H3 cell
         * @description Further parameters are the layer's own filters, see /api/layers.
         */
        get: {
            parameters: {
                query: {
                    /** @description H3 resolution, 0 to 11 */
                    res: string;
                    /** @description west,south,east,north */
                    bbox?: string;
                    from?: string;
                    to?: string;
                    measure?: string;
                    v?: string;
                };
                header?: never;
                path: {
                    layer: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            layer: string;
                            resolution: number;
                            measure: string | null;
                            revision: number;
                            /** Format: date-time */
                            as_of: string;
                            /** @description whether exact day counts or the rows themselves answered */
                            source: "rollup" | "scan";
                            /** @description H3 indexes */
                            cells: string[];
                            /** @description same order; null is hidden, to be shown as "<10" */
                            counts: (number | null)[];
                            /** @description sum of what is shown */
                            total: number;
                            /** @description how many cells are hidden */
                            hidden: number;
                            /** @description other stations are left out of this answer */
                            others_omitted: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/histogram/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of a layer over time */
        get: {
            parameters: {
                query: {
                    /** @description hour, day, week, month */
                    bin: string;
                    from: string;
                    to?: string;
                    bbox?: string;
                };
                header?: never;
                path: {
                    layer: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bin: string;
                            /** @description bins without rows are left out */
                            starts: string[];
                            counts: number[];
                            total: number;
                            /** Format: date-time */
                            as_of: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/area": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts of layers inside an area */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        geometry: {
                            /** @enum {string} */
                            type: "Polygon";
                            coordinates: number[][][];
                        } | {
                            /** @enum {string} */
                            type: "MultiPolygon";
                            coordinates: number[][][][];
                        };
                        layers: string[];
                        from?: string;
                        to?: string;
                        /** @description layer -> filter -> value */
                        filters?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            area_m2: number;
                            layers: {
                                id: string;
                                count: number;
                                measures?: {
                                    [key: string]: number;
                                };
                                by?: {
                                    property: string;
                                    values: {
                                        [key: string]: number;
                                    };
                                };
                                others_omitted: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find by name, in Chinese, pinyin or initials; incidents by number */
        get: {
            parameters: {
                query: {
                    /** @description 2 to 100 characters */
                    q: string;
                    /** @description 1 to 50, 10 unless told */
                    limit?: string;
                    /** @description with lat: among equals the nearest comes first */
                    lng?: string;
                    lat?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                layer: string;
                                id: number;
                                label: string;
                                detail: string;
                                longitude: number;
                                latitude: number;
                                score: number;
                                matched: "text" | "pinyin" | "initials" | "number" | "typo";
                            }[];
                            took_ms: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{layer}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record
         * @description Restricted properties come with a purpose only, to callers of the owning station, and the read is audited.
         */
        get: {
            parameters: {
                query?: {
                    purpose?: string;
                };
                header?: never;
                path: {
                    layer: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            layer: string;
                            id: number;
                            geometry: {
                                [key: string]: unknown;
                            };
                            properties: {
                                [key: string]: unknown;
                            };
                            restricted: {
                                available: boolean;
                                properties: {
                                    [key: string]: unknown;
                                } | null;
                            };
                            station: {
                                id: number;
                                name: string;
                                name_en: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/by-code/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The address that a door plate's code stands for
         * @description QR codes hold the bare code or a URL that ends in /a/{code}: ask with the code.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            code: string;
                            full_text: string;
                            longitude: number;
                            latitude: number;
                            station_id: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/{id}/everything": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything at an address and below it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                id: number;
                                longitude: number;
                                latitude: number;
                            } & {
                                [key: string]: unknown;
                            };
                            chain: {
                                id: number;
                                level: string;
                                name: string;
                            }[];
                            children: {
                                total: number;
                                items: {
                                    id: number;
                                    level: string;
                                    name: string;
                                }[];
                            };
                            layers: {
                                layer: string;
                                total: number;
                                /** @description the newest, 50 at most */
                                items: {
                                    [key: string]: unknown;
                                }[];
                                sums?: {
                                    [key: string]: number;
                                };
                                /** @description the address belongs to another station, whose rows of this layer are not shown */
                                others_hidden: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Landing page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conformance classes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collections */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A collection */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    collection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Features
         * @description Further parameters are open properties of the collection, compared for equality.
         */
        get: {
            parameters: {
                query?: {
                    bbox?: string;
                    datetime?: string;
                    /** @description cursor of next links */
                    after?: string;
                    /** @description 1 to 10000, 100 unless told */
                    limit?: string;
                };
                header?: never;
                path: {
                    collection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feature */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    collection: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: layer revisions and health */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open incidents, oldest first
         * @description Received, dispatched, on the way, on the scene, with another department or returned by it, and handled within 24 hours; merged calls are with the incident they were merged into.
         */
        get: {
            parameters: {
                query?: {
                    station_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            incidents: {
                                id: number;
                                number: string;
                                code: string;
                                /** @description 1: act now */
                                grade: number;
                                status: "received" | "dispatched" | "enroute" | "on_scene" | "handled" | "closed" | "transferred" | "returned";
                                channel: string;
                                /** Format: date-time */
                                received_at: string;
                                /** Format: date-time */
                                status_since: string;
                                station_id: number | null;
                                address_id: number | null;
                                longitude: number;
                                latitude: number;
                                /** @description null outside your own stations */
                                location_text: string | null;
                                merged_into_id: number | null;
                                /** @description send it with a change; one that is no longer current is refused with 409 */
                                version: number;
                                units: {
                                    assignment_id: number;
                                    unit_id: number;
                                    callsign: string;
                                    kind: string;
                                    meaning: string;
                                    /** Format: date-time */
                                    assigned_at: string;
                                    accepted_at: string | null;
                                    arrived_at: string | null;
                                    expected_seconds: number | null;
                                }[];
                                handover: {
                                    id: number;
                                    department: string;
                                    department_en: string;
                                    /** @description sent, accepted, returned, closed or withdrawn */
                                    state: string;
                                    /** Format: date-time */
                                    due_at: string;
                                    /** @description the department answers by itself; otherwise its answers are recorded by hand */
                                    has_url: boolean;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a call
         * @description The place is a point, an address, or both. A call in another station's area is taken all the same and belongs to that station.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description of the three-level dictionary of incident types */
                        taken_code: string;
                        channel: "call" | "walk_in" | "patrol" | "sensor" | "transferred";
                        longitude?: number;
                        latitude?: number;
                        address_id?: number;
                        /** @description as under the QR code on the door plate */
                        address_code?: string;
                        location_text?: string;
                        summary?: string;
                        /** Format: date-time */
                        occurred_from?: string;
                        /** Format: date-time */
                        occurred_to?: string;
                        /** @description 1: act now */
                        grade?: number;
                        /**
                         * Format: uuid
                         * @description made by the client; a repeated request with the same key changes nothing and answers as the first
                         */
                        request_key?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            number: string;
                            version: number;
                            station_id: number | null;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History and open incidents at and around a place
         * @description By point, by address, or both. History counts the address and its whole building. Open incidents: within 500 m and 6 hours.
         */
        get: {
            parameters: {
                query?: {
                    lng?: string;
                    lat?: string;
                    address_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at_place: {
                                count_30_days: number;
                                count_365_days: number;
                                latest: {
                                    id: number;
                                    number: string;
                                    code: string;
                                    status: string;
                                    /** Format: date-time */
                                    received_at: string;
                                }[];
                            };
                            open_disputes: {
                                id: number;
                                number: string;
                                kind: string;
                                grade: string;
                                stage: string;
                                overdue: boolean;
                            }[] | null;
                            open_nearby: {
                                id: number;
                                number: string;
                                code: string;
                                /** @description 1: act now */
                                grade: number;
                                status: "received" | "dispatched" | "enroute" | "on_scene" | "handled" | "closed" | "transferred" | "returned";
                                channel: string;
                                /** Format: date-time */
                                received_at: string;
                                /** Format: date-time */
                                status_since: string;
                                station_id: number | null;
                                address_id: number | null;
                                longitude: number;
                                latitude: number;
                                /** @description null outside your own stations */
                                location_text: string | null;
                                merged_into_id: number | null;
                                /** @description send it with a change; one that is no longer current is refused with 409 */
                                version: number;
                                units: {
                                    assignment_id: number;
                                    unit_id: number;
                                    callsign: string;
                                    kind: string;
                                    meaning: string;
                                    /** Format: date-time */
                                    assigned_at: string;
                                    accepted_at: string | null;
                                    arrived_at: string | null;
                                    expected_seconds: number | null;
                                }[];
                                handover: {
                                    id: number;
                                    department: string;
                                    department_en: string;
                                    /** @description sent, accepted, returned, closed or withdrawn */
                                    state: string;
                                    /** Format: date-time */
                                    due_at: string;
                                    /** @description the department answers by itself; otherwise its answers are recorded by hand */
                                    has_url: boolean;
                                } | null;
                                metres: number;
                            }[];
                            station: {
                                id: number;
                                name: string;
                            } | null;
                            address: {
                                id: number;
                                full_text: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An incident with everything that was done to it
         * @description Words, result and course are for the owning station; reading them is audited with the purpose 处警. Elsewhere they are null and empty.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            number: string;
                            code: string;
                            /** @description 1: act now */
                            grade: number;
                            status: "received" | "dispatched" | "enroute" | "on_scene" | "handled" | "closed" | "transferred" | "returned";
                            channel: string;
                            /** Format: date-time */
                            received_at: string;
                            /** Format: date-time */
                            status_since: string;
                            station_id: number | null;
                            address_id: number | null;
                            longitude: number;
                            latitude: number;
                            /** @description null outside your own stations */
                            location_text: string | null;
                            merged_into_id: number | null;
                            /** @description send it with a change; one that is no longer current is refused with 409 */
                            version: number;
                            units: {
                                assignment_id: number;
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                meaning: string;
                                /** Format: date-time */
                                assigned_at: string;
                                accepted_at: string | null;
                                arrived_at: string | null;
                                expected_seconds: number | null;
                            }[];
                            handover: {
                                id: number;
                                department: string;
                                department_en: string;
                                /** @description sent, accepted, returned, closed or withdrawn */
                                state: string;
                                /** Format: date-time */
                                due_at: string;
                                /** @description the department answers by itself; otherwise its answers are recorded by hand */
                                has_url: boolean;
                            } | null;
                            taken_code: string;
                            resolved_code: string | null;
                            result: string | null;
                            summary: string | null;
                            events: {
                                id: number;
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                recorded_at: string;
                                kind: string;
                                from_status: string | null;
                                to_status: string | null;
                                account_id: number | null;
                                actor: string;
                                unit_id: number | null;
                                callsign: string | null;
                                detail: {
                                    [key: string]: unknown;
                                };
                                undone: boolean;
                            }[];
                            merged: {
                                id: number;
                                number: string;
                                /** Format: date-time */
                                received_at: string;
                            }[];
                            undo: {
                                event_id: number;
                                /** Format: date-time */
                                until: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct type, grade, place or words */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @description of the three-level dictionary of incident types */
                        taken_code?: string;
                        /** @description 1: act now */
                        grade?: number;
                        longitude?: number;
                        latitude?: number;
                        address_id?: number | null;
                        address_code?: string;
                        location_text?: string;
                        summary?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/incidents/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note to an incident's course */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /**
                         * Format: uuid
                         * @description made by the client; a repeated request with the same key changes nothing and answers as the first
                         */
                        request_key?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set an incident's status */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: "received" | "dispatched" | "enroute" | "on_scene" | "handled" | "closed" | "transferred" | "returned";
                        /** Format: date-time */
                        at?: string;
                        /**
                         * Format: uuid
                         * @description made by the client; a repeated request with the same key changes nothing and answers as the first
                         */
                        request_key?: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What it proved to be, and what came of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description of the three-level dictionary of incident types */
                        resolved_code: string;
                        result: string;
                        close?: boolean;
                        /**
                         * Format: uuid
                         * @description made by the client; a repeated request with the same key changes nothing and answers as the first
                         */
                        request_key?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a status, merge, type or place within five minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        event_id: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge a second call into the incident that it is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        into_id: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        /** Make a merged call an incident of its own again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            repeated: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incident types by a few letters: dq is 盗窃 */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            types: {
                                code: string;
                                name: string;
                                name_en: string;
                                path: string[];
                                police: boolean;
                                grade: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quickest way from place to place; 409 where there is none */
        get: {
            parameters: {
                query: {
                    /** @description longitude,latitude */
                    from: string;
                    to: string;
                    /** @description car, motorcycle, foot; car where left out */
                    kind?: string;
                    siren?: string;
                    /** @description instant; now where left out */
                    at?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            seconds: number;
                            metres: number;
                            line: number[][];
                            steps: {
                                name: string | null;
                                metres: number;
                                seconds: number;
                                turn: "depart" | "straight" | "left" | "right" | "sharp_left" | "sharp_right" | "u_turn" | "arrive";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/isochrones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be reached from a place within some minutes */
        get: {
            parameters: {
                query: {
                    /** @description longitude,latitude */
                    at: string;
                    /** @description such as 1,3,5 */
                    minutes: string;
                    /** @description car, motorcycle, foot; car where left out */
                    kind?: string;
                    siren?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            minutes: {
                                minutes: number;
                                cells: string[];
                                polygon: {
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                    coordinates: number[][][][];
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The road network that times are counted on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                            nodes: number;
                            edges: number;
                            turn_bans: number;
                            components: number;
                            largest_share: number;
                            /** Format: date-time */
                            built_at: string;
                            building: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/network/speeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Speeds by kind and class of road, by hour, with siren */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description kind -> class -> km/h, null where it may not go */
                            classes: {
                                [key: string]: {
                                    [key: string]: number | null;
                                };
                            };
                            /** @description car, motorcycle -> 24 factors from midnight */
                            hours: {
                                [key: string]: number[];
                            };
                            /** @description car, motorcycle -> factor */
                            siren: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        /** Set the speeds (administrator) */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Seconds from each origin to each destination; null where there is no way or no road near */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        origins: number[][];
                        destinations: number[][];
                        /** @description car, motorcycle, foot; car where left out */
                        kind?: string;
                        siren?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            seconds: (number | null)[][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Today against what is usual
         * @description Of the stations in the caller's scope; the range is that of the same weekday and hours in the last eight weeks.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /** @description the whole city, or the stations of the caller */
                            scope: "all" | "own";
                            today: {
                                count: number;
                                /** @description by top level of the dictionary */
                                by_top: {
                                    [key: string]: number;
                                };
                            };
                            expected: {
                                median: number | null;
                                low: number | null;
                                high: number | null;
                                /** @description how many of the last eight weeks were recorded */
                                weeks: number;
                            };
                            hours: {
                                hour: number;
                                /** @description null: that hour hasn't begun */
                                count: number | null;
                                low: number | null;
                                median: number | null;
                                high: number | null;
                            }[];
                            open: {
                                n: number;
                                oldest_received_at: string | null;
                            };
                            units: {
                                available: number;
                                enroute: number;
                                on_scene: number;
                                unavailable: number;
                                /** @description on duty, of whatever status, without a fix in the last 30 minutes */
                                stale: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts of the caller's stations, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "all";
                    limit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alerts: {
                                id: number;
                                rule_id: number | null;
                                rule: {
                                    name: string;
                                    name_en: string;
                                } | null;
                                kind: string;
                                subject: string;
                                level: string;
                                grade: number;
                                sound: boolean;
                                /** Format: date-time */
                                raised_at: string;
                                /** Format: date-time */
                                seen_at: string;
                                cleared_at: string | null;
                                acknowledged_at: string | null;
                                actor: string | null;
                                note: string | null;
                                escalated_at: string | null;
                                station_id: number | null;
                                incident_id: number | null;
                                unit_id: number | null;
                                longitude: number | null;
                                latitude: number | null;
                                data: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take care of an alert */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            rule_id: number | null;
                            rule: {
                                name: string;
                                name_en: string;
                            } | null;
                            kind: string;
                            subject: string;
                            level: string;
                            grade: number;
                            sound: boolean;
                            /** Format: date-time */
                            raised_at: string;
                            /** Format: date-time */
                            seen_at: string;
                            cleared_at: string | null;
                            acknowledged_at: string | null;
                            actor: string | null;
                            note: string | null;
                            escalated_at: string | null;
                            station_id: number | null;
                            incident_id: number | null;
                            unit_id: number | null;
                            longitude: number | null;
                            latitude: number | null;
                            data: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of alerts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                id: number;
                                name: string;
                                name_en: string;
                                kind: "incident" | "burst" | "unanswered" | "unit_timer" | "stale_unit" | "void" | "handover" | "outbox" | "roll_call";
                                type_prefixes: string[];
                                division_id: number | null;
                                area: {
                                    [key: string]: unknown;
                                } | null;
                                from_hour: number | null;
                                to_hour: number | null;
                                weekdays: number[];
                                threshold: number | null;
                                window_minutes: number | null;
                                quiet_minutes: number;
                                escalate_minutes: number | null;
                                grade: number;
                                sound: boolean;
                                enabled: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        name_en: string;
                        kind: "incident" | "burst" | "unanswered" | "unit_timer" | "stale_unit" | "void" | "handover" | "outbox" | "roll_call";
                        type_prefixes?: string[];
                        division_id?: number | null;
                        area?: {
                            /** @enum {string} */
                            type: "Polygon";
                            coordinates: number[][][];
                        } | {
                            /** @enum {string} */
                            type: "MultiPolygon";
                            coordinates: number[][][][];
                        } | null;
                        from_hour?: number | null;
                        to_hour?: number | null;
                        weekdays?: number[];
                        threshold?: number | null;
                        window_minutes?: number | null;
                        quiet_minutes?: number;
                        escalate_minutes?: number | null;
                        grade?: number;
                        sound?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            name_en: string;
                            kind: "incident" | "burst" | "unanswered" | "unit_timer" | "stale_unit" | "void" | "handover" | "outbox" | "roll_call";
                            type_prefixes: string[];
                            division_id: number | null;
                            area: {
                                [key: string]: unknown;
                            } | null;
                            from_hour: number | null;
                            to_hour: number | null;
                            weekdays: number[];
                            threshold: number | null;
                            window_minutes: number | null;
                            quiet_minutes: number;
                            escalate_minutes: number | null;
                            grade: number;
                            sound: boolean;
                            enabled: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a rule whole */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        name_en: string;
                        kind: "incident" | "burst" | "unanswered" | "unit_timer" | "stale_unit" | "void" | "handover" | "outbox" | "roll_call";
                        type_prefixes?: string[];
                        division_id?: number | null;
                        area?: {
                            /** @enum {string} */
                            type: "Polygon";
                            coordinates: number[][][];
                        } | {
                            /** @enum {string} */
                            type: "MultiPolygon";
                            coordinates: number[][][][];
                        } | null;
                        from_hour?: number | null;
                        to_hour?: number | null;
                        weekdays?: number[];
                        threshold?: number | null;
                        window_minutes?: number | null;
                        quiet_minutes?: number;
                        escalate_minutes?: number | null;
                        grade?: number;
                        sound?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            name_en: string;
                            kind: "incident" | "burst" | "unanswered" | "unit_timer" | "stale_unit" | "void" | "handover" | "outbox" | "roll_call";
                            type_prefixes: string[];
                            division_id: number | null;
                            area: {
                                [key: string]: unknown;
                            } | null;
                            from_hour: number | null;
                            to_hour: number | null;
                            weekdays: number[];
                            threshold: number | null;
                            window_minutes: number | null;
                            quiet_minutes: number;
                            escalate_minutes: number | null;
                            grade: number;
                            sound: boolean;
                            enabled: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Remove a rule; its open alerts end */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
