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
                                /** @description null for an incident without coordinates */
                                longitude: number | null;
                                /** @description null for an incident without coordinates */
                                latitude: number | null;
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
    "/api/analysis/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Methods with their parameters, in plain words */
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
                            methods: {
                                [key: string]: unknown;
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
    "/api/analysis/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a method over a selection
         * @description Answers with the result when it is there within wait_ms (300 unless told); otherwise ask again by id. Equal questions over equal data share one run.
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
                        method: string;
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /** @description H3 resolution of the cells, 9 unless told */
                        resolution?: number;
                        wait_ms?: number;
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
                            id: string;
                            state: "running" | "done" | "nothing" | "cancelled" | "failed";
                            progress?: {
                                done: number;
                                total: number;
                                /** @description reading rows, waiting for a thread, or computing */
                                phase?: string;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            method?: string;
                            selection?: {
                                [key: string]: unknown;
                            };
                            parameters?: {
                                [key: string]: unknown;
                            };
                            /** @description parameters that were computed from the data */
                            computed?: string[];
                            resolution?: number;
                            revision?: number;
                            as_of?: string;
                            seconds?: number;
                            /** @description incidents that were analysed */
                            size?: number;
                            /** @description in the window of equal length before */
                            size_before?: number;
                            left_out?: {
                                /** @description calls merged into another incident, which counts for them */
                                merged: number;
                                /** @description found by patrols, unless that source is named */
                                patrol: number;
                                /** @description hours or days are asked for, and the time isn't known so exactly */
                                hour_unknown: number;
                                /** @description nobody found the place */
                                no_coordinates: number;
                                /** @description outside the division, area or zone */
                                outside: number;
                                /** @description the coordinate is trusted to a coarser level only */
                                coarse: number;
                            };
                            result?: {
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
    "/api/analysis/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run: its progress or its result */
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
                            id: string;
                            state: "running" | "done" | "nothing" | "cancelled" | "failed";
                            progress?: {
                                done: number;
                                total: number;
                                /** @description reading rows, waiting for a thread, or computing */
                                phase?: string;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            method?: string;
                            selection?: {
                                [key: string]: unknown;
                            };
                            parameters?: {
                                [key: string]: unknown;
                            };
                            /** @description parameters that were computed from the data */
                            computed?: string[];
                            resolution?: number;
                            revision?: number;
                            as_of?: string;
                            seconds?: number;
                            /** @description incidents that were analysed */
                            size?: number;
                            /** @description in the window of equal length before */
                            size_before?: number;
                            left_out?: {
                                /** @description calls merged into another incident, which counts for them */
                                merged: number;
                                /** @description found by patrols, unless that source is named */
                                patrol: number;
                                /** @description hours or days are asked for, and the time isn't known so exactly */
                                hour_unknown: number;
                                /** @description nobody found the place */
                                no_coordinates: number;
                                /** @description outside the division, area or zone */
                                outside: number;
                                /** @description the coordinate is trusted to a coarser level only */
                                coarse: number;
                            };
                            result?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Cancel a run */
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
                            id: string;
                            state: "running" | "done" | "nothing" | "cancelled" | "failed";
                            progress?: {
                                done: number;
                                total: number;
                                /** @description reading rows, waiting for a thread, or computing */
                                phase?: string;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            method?: string;
                            selection?: {
                                [key: string]: unknown;
                            };
                            parameters?: {
                                [key: string]: unknown;
                            };
                            /** @description parameters that were computed from the data */
                            computed?: string[];
                            resolution?: number;
                            revision?: number;
                            as_of?: string;
                            seconds?: number;
                            /** @description incidents that were analysed */
                            size?: number;
                            /** @description in the window of equal length before */
                            size_before?: number;
                            left_out?: {
                                /** @description calls merged into another incident, which counts for them */
                                merged: number;
                                /** @description found by patrols, unless that source is named */
                                patrol: number;
                                /** @description hours or days are asked for, and the time isn't known so exactly */
                                hour_unknown: number;
                                /** @description nobody found the place */
                                no_coordinates: number;
                                /** @description outside the division, area or zone */
                                outside: number;
                                /** @description the coordinate is trusted to a coarser level only */
                                coarse: number;
                            };
                            result?: {
                                [key: string]: unknown;
                            };
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
    "/api/analysis/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts, holidays and the span of the data */
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
                            shifts: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description hours of the local day */
                                hours: number[];
                            }[];
                            holidays: {
                                /** Format: date */
                                day: string;
                                name: string;
                                name_en: string;
                                /** @description holiday, or workday: a weekend that is worked */
                                kind: string;
                            }[];
                            /** @description first and last incident that you see */
                            span: {
                                from: string | null;
                                to: string | null;
                                rows: number;
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
    "/api/analysis/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many incidents a selection holds, and what it leaves out */
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
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
                            size: number;
                            /** @description in the window of equal length before */
                            size_before: number;
                            left_out: {
                                /** @description calls merged into another incident, which counts for them */
                                merged: number;
                                /** @description found by patrols, unless that source is named */
                                patrol: number;
                                /** @description hours or days are asked for, and the time isn't known so exactly */
                                hour_unknown: number;
                                /** @description nobody found the place */
                                no_coordinates: number;
                                /** @description outside the division, area or zone */
                                outside: number;
                                /** @description the coordinate is trusted to a coarser level only */
                                coarse: number;
                            };
                            /** Format: date-time */
                            as_of: string;
                            revision: number;
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
    "/api/analysis/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The incidents of a selection as binary columns
         * @description Little-endian: uint32 length of the header; the header in JSON (rows, revision, as_of, left_out, origin, first_day, codes, stations, columns); padding to 8 bytes; the columns, each on a multiple of 8 bytes, `offset` bytes after the padded header, `length` numbers of `type`. east and north are degrees from origin; minute is of the local wall clock since 1970; day counts from first_day; hour_of_week is 255 where the hour isn't known; station is 65535 for none; channel and status are places in the layer's choices, from 1.
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
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
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holidays/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a holiday or a make-up workday */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description YYYY-MM-DD */
                    day: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        name_en: string;
                        kind: "holiday" | "workday";
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
        post?: never;
        /** Make a day what its weekday says */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description YYYY-MM-DD */
                    day: string;
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
    "/api/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the shifts */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        shifts: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            /** @description hours of the local day */
                            hours: number[];
                        }[];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analysis/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge a method or a zone on later data
         * @description The selection's window is how much data a map is made of. It is moved so that the judged days follow it, and back by judge_days again and again. Answers as /api/analysis/runs does: ask again and cancel by /api/analysis/runs/{id}. See docs/analysis.md.
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
                        /** @description a method that ranks cells; either this or a zone */
                        method?: string;
                        zone?: {
                            id: number;
                            /** @description the newest unless told */
                            version?: number;
                        };
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /** @description H3 resolution of the cells, 9 unless told */
                        resolution?: number;
                        /** @description how often the window is moved back by judge_days and judged again: 8 unless told, or as often as the data allow */
                        windows?: number;
                        /** @description days judged after each find window, 7 unless told */
                        judge_days?: number;
                        /** @description where the last judged days end: judge_days after the selection unless told, or with the newest day there is where that hasn't come yet */
                        judge_until?: string;
                        /** @description of the study area that a method's map marks, 0.02 unless told */
                        area_share?: number;
                        wait_ms?: number;
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
                            id: string;
                            state: "running" | "done" | "nothing" | "cancelled" | "failed";
                            progress?: {
                                done: number;
                                total: number;
                                /** @description reading rows, waiting for a thread, or computing */
                                phase?: string;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            method?: string;
                            selection?: {
                                [key: string]: unknown;
                            };
                            parameters?: {
                                [key: string]: unknown;
                            };
                            /** @description parameters that were computed from the data */
                            computed?: string[];
                            resolution?: number;
                            revision?: number;
                            as_of?: string;
                            seconds?: number;
                            /** @description incidents that were analysed */
                            size?: number;
                            /** @description in the window of equal length before */
                            size_before?: number;
                            left_out?: {
                                /** @description calls merged into another incident, which counts for them */
                                merged: number;
                                /** @description found by patrols, unless that source is named */
                                patrol: number;
                                /** @description hours or days are asked for, and the time isn't known so exactly */
                                hour_unknown: number;
                                /** @description nobody found the place */
                                no_coordinates: number;
                                /** @description outside the division, area or zone */
                                outside: number;
                                /** @description the coordinate is trusted to a coarser level only */
                                coarse: number;
                            };
                            result?: {
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
    "/api/analysis/guard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What patrols found inside an area against outside
         * @description Over the selection's window with patrol-discovered incidents among its sources; of a zone, since it has held. A zone that patrols find more in than elsewhere, and more than before it held, feeds itself.
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        zone?: {
                            id: number;
                            /** @description the newest unless told */
                            version?: number;
                        };
                        area?: {
                            type: "Polygon" | "MultiPolygon";
                            coordinates: unknown[];
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
                            window: {
                                from: string;
                                to: string;
                            };
                            inside: {
                                /** @description found by patrols */
                                patrol: number;
                                all: number;
                                share: number | null;
                            };
                            outside: {
                                /** @description found by patrols */
                                patrol: number;
                                all: number;
                                share: number | null;
                            };
                            ratio: number | null;
                            /** @description that both shares are equal; Fisher's exact test */
                            p: number;
                            feeds_itself: boolean;
                            before?: {
                                /** @description found by patrols */
                                patrol: number;
                                all: number;
                                share: number | null;
                                p: number;
                            };
                            /** @description share of all incidents that lie inside, with those that patrols found and without them */
                            holds: {
                                with_patrol: number | null;
                                without_patrol: number | null;
                            };
                            why: {
                                zh: string;
                                en: string;
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
                            /** @description null for an incident without coordinates */
                            geometry: {
                                [key: string]: unknown;
                            } | null;
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
    "/api/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gateways: when they were last seen, what became of their fixes since this process started, how far their clocks are off */
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
                            id: number;
                            name: string;
                            seen_at: string | null;
                            disabled: boolean;
                            counts: {
                                accepted: number;
                                duplicate: number;
                                out_of_order: number;
                                future: number;
                                impossible_speed: number;
                                off_duty: number;
                                unknown_unit: number;
                                invalid: number;
                            };
                            clock_offset_seconds: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Make a gateway that may report positions; its key is shown once */
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
                            key: string;
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
    "/api/gateways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disable a gateway: its key is worth nothing from now on */
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
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every unit on duty with status and newest fix */
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
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: what changed, what moved, what happened, and how the server is */
        get: {
            parameters: {
                query?: {
                    /** @description everything but positions: for a phone, whose allowance they would eat */
                    positions?: "none";
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
                                longitude: number | null;
                                latitude: number | null;
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
                                longitude: number | null;
                                latitude: number | null;
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
                            longitude: number | null;
                            latitude: number | null;
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
    "/api/incidents/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand an incident to another department
         * @description Departments with a URL are told by a signed webhook, the others by the desk, which records their answers.
         */
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
                        department_id: number;
                        reason: string;
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
                            handover_id: number;
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
    "/api/handovers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a hand-over back */
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
                        reason: string;
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
    "/api/handovers/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a hand-over to its department again, now */
        post: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a department answered by telephone or letter */
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
                        event: "accepted" | "returned" | "closed";
                        outcome?: string;
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
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments that incidents can be handed to */
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
                            id: number;
                            code: string;
                            name: string;
                            name_en: string;
                            type_prefixes: string[];
                            active: boolean;
                            has_url: boolean;
                            answer_hours: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Add a department */
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
                        /** @description part of the hook's address: /hooks/departments/{code} */
                        code: string;
                        name: string;
                        name_en: string;
                        type_prefixes?: string[];
                        answer_hours?: number;
                        /** @description where hand-overs are posted; null: by hand */
                        url?: string | null;
                        /** @description signs both directions; never given out again */
                        secret?: string;
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
                            code: string;
                            name: string;
                            name_en: string;
                            type_prefixes: string[];
                            active: boolean;
                            has_url: boolean;
                            answer_hours: number;
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
    "/api/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a department */
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
                        name?: string;
                        name_en?: string;
                        type_prefixes?: string[];
                        active?: boolean;
                        answer_hours?: number;
                        /** @description where hand-overs are posted; null: by hand */
                        url?: string | null;
                        /** @description signs both directions; never given out again */
                        secret?: string;
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
                            code: string;
                            name: string;
                            name_en: string;
                            type_prefixes: string[];
                            active: boolean;
                            has_url: boolean;
                            answer_hours: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries to other departments
         * @description Stuck: failed twice or given up, and not cancelled. The newest 500.
         */
        get: {
            parameters: {
                query?: {
                    state?: "stuck" | "all";
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
                            items: {
                                id: number;
                                department: string;
                                event: string;
                                handover_id: number | null;
                                incident_id: number | null;
                                incident_number: string | null;
                                /** Format: date-time */
                                created_at: string;
                                attempts: number;
                                next_attempt_at: string | null;
                                last_attempt_at: string | null;
                                last_status: number | null;
                                last_error: string | null;
                                delivered_at: string | null;
                                given_up_at: string | null;
                                cancelled_at: string | null;
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
    "/api/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a delivery again, now */
        post: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Don't send it any more */
        post: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/departments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A department answers
         * @description Signed like our own messages: x-yizhangtu-signature is sha256= and the hexadecimal HMAC-SHA256 of x-yizhangtu-timestamp, a dot and the body; x-yizhangtu-delivery names the message and is heard once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        event: "accepted" | "returned" | "closed";
                        /** Format: uuid */
                        handover_key: string;
                        outcome?: string;
                        actor?: string;
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
    "/api/wall/screens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Screens of the wall */
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
                            screens: {
                                /** @description as in /wall?screen=ID */
                                id: string;
                                name: string;
                                name_en: string;
                                /** @description the first is where the screen rests; none: the whole city */
                                views: {
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    zoom: number;
                                    bearing: number;
                                    pitch: number;
                                }[];
                                /** @description as in a link: topmost first, `-` is off; empty: as the map opens */
                                layers: string;
                                time: "24h" | "7d" | "30d" | "1y";
                                /** @description how long each view is shown; 0: no tour */
                                tour_seconds: number;
                                /** @description a new incident pulls the view */
                                follow: boolean;
                                /** @description how long it stays there */
                                pull_seconds: number;
                                night: {
                                    from_hour: number;
                                    to_hour: number;
                                    /** @description 0: as by day */
                                    dim: number;
                                } | null;
                                /** @description whose voids are shown; null: the one that counts all units */
                                response_rule_id: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        /** Set the screens of the wall */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        screens: {
                            /** @description as in /wall?screen=ID */
                            id: string;
                            name: string;
                            name_en: string;
                            /** @description the first is where the screen rests; none: the whole city */
                            views: {
                                name: string;
                                longitude: number;
                                latitude: number;
                                zoom: number;
                                bearing: number;
                                pitch: number;
                            }[];
                            /** @description as in a link: topmost first, `-` is off; empty: as the map opens */
                            layers: string;
                            time: "24h" | "7d" | "30d" | "1y";
                            /** @description how long each view is shown; 0: no tour */
                            tour_seconds: number;
                            /** @description a new incident pulls the view */
                            follow: boolean;
                            /** @description how long it stays there */
                            pull_seconds: number;
                            night: {
                                from_hour: number;
                                to_hour: number;
                                /** @description 0: as by day */
                                dim: number;
                            } | null;
                            /** @description whose voids are shown; null: the one that counts all units */
                            response_rule_id: number | null;
                        }[];
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
                            screens: {
                                /** @description as in /wall?screen=ID */
                                id: string;
                                name: string;
                                name_en: string;
                                /** @description the first is where the screen rests; none: the whole city */
                                views: {
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    zoom: number;
                                    bearing: number;
                                    pitch: number;
                                }[];
                                /** @description as in a link: topmost first, `-` is off; empty: as the map opens */
                                layers: string;
                                time: "24h" | "7d" | "30d" | "1y";
                                /** @description how long each view is shown; 0: no tour */
                                tour_seconds: number;
                                /** @description a new incident pulls the view */
                                follow: boolean;
                                /** @description how long it stays there */
                                pull_seconds: number;
                                night: {
                                    from_hour: number;
                                    to_hour: number;
                                    /** @description 0: as by day */
                                    dim: number;
                                } | null;
                                /** @description whose voids are shown; null: the one that counts all units */
                                response_rule_id: number | null;
                            }[];
                        };
                    };
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
    "/api/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A unit with its timers, task and log of statuses
         * @description The log is for dispatchers and chiefs of its station and for its own crew; to others it is null.
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
                            callsign: string;
                            kind: string;
                            capabilities: string[];
                            status: string;
                            meaning: string;
                            /** Format: date-time */
                            status_since: string;
                            station_id: number | null;
                            shift_from: string | null;
                            shift_to: string | null;
                            crew: number;
                            incident_id: number | null;
                            timers: {
                                level: string;
                                since: string;
                                warn_at: string | null;
                                alert_at: string | null;
                            };
                            log: {
                                id: number;
                                from_status: string | null;
                                to_status: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                recorded_at: string;
                                actor: string;
                                incident_id: number | null;
                                reason: string | null;
                            }[] | null;
                            fix: {
                                longitude: number;
                                latitude: number;
                                at: string;
                                heading: number | null;
                                speed_kmh: number | null;
                            } | null;
                            assignment: {
                                id: number;
                                incident_id: number;
                                /** Format: date-time */
                                assigned_at: string;
                                accepted_at: string | null;
                                arrived_at: string | null;
                                expected_seconds: number | null;
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
    "/api/units/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a unit's status
         * @description By a dispatcher or chief of its station, or its crew. 409 with the reason where that status may not follow.
         */
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
                        status: string;
                        /** Format: date-time */
                        at?: string;
                        reason?: string;
                        /** @description made by the client, a UUID; a request that is sent again with it does nothing again */
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
                            status: string;
                            meaning: string;
                            incident_id: number | null;
                            late: boolean;
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
    "/api/units/{id}/crew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which accounts are on board
         * @description By the chief of its station or an administrator.
         */
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
                        account_ids: number[];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statuses of units
         * @description How long each may last (minutes; null: for ever) and what may follow it.
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
                            statuses: {
                                code: string;
                                meaning: string;
                                name: string;
                                name_en: string;
                                warn_minutes: number | null;
                                alert_minutes: number | null;
                                next: string[];
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
    "/api/statuses/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a status's labels and minutes
         * @description By an administrator. The meaning stays: the past was said with it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        name_en: string;
                        warn_minutes: number | null;
                        alert_minutes: number | null;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/recommendation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who should go
         * @description Units with minutes and reasons, best first; units passed over nearby with why; what is missing when too few fit. Kept with what is chosen.
         */
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
                        kinds?: string[];
                        capabilities?: string[];
                        units_wanted?: number;
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
                            id: number;
                            /** Format: date-time */
                            made_at: string;
                            incident_id: number;
                            wanted: number;
                            looked_at: number;
                            network: string;
                            /** @description late: what sending would leave uncovered wasn't found out of all candidates in time, and doesn't count */
                            coverage: string;
                            candidates: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                meaning: string;
                                seconds: number | null;
                                metres_straight: number;
                                route_metres: number | null;
                                /** @description seconds: the travel time and what speaks against it, by weight */
                                score: number;
                                rank: number;
                                reasons: {
                                    code: string;
                                    for: boolean;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description what it adds to the score */
                                    seconds: number;
                                }[];
                                coverage_lost: {
                                    cells: number;
                                    share: number;
                                    station_names: string[];
                                    seconds_worse: number;
                                } | null;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            /** @description nearest first, each with why */
                            passed_over: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                meaning: string;
                                seconds: number | null;
                                metres_straight: number;
                                route_metres: number | null;
                                /** @description seconds: the travel time and what speaks against it, by weight */
                                score: number;
                                rank: number;
                                reasons: {
                                    code: string;
                                    for: boolean;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description what it adds to the score */
                                    seconds: number;
                                }[];
                                coverage_lost: {
                                    cells: number;
                                    share: number;
                                    station_names: string[];
                                    seconds_worse: number;
                                } | null;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            shortfall: {
                                missing: string[];
                                text: {
                                    zh: string;
                                    en: string;
                                };
                            } | null;
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
    "/api/incidents/{id}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was proposed and what was chosen */
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
                            recommendations: {
                                id: number;
                                /** Format: date-time */
                                made_at: string;
                                request: {
                                    [key: string]: unknown;
                                };
                                answer: {
                                    [key: string]: unknown;
                                };
                                chosen: number[] | null;
                                chosen_at: string | null;
                                chosen_by: string | null;
                                reason: string | null;
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
    "/api/dispatch-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How units are proposed */
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
                            /** @description an older fix says where a unit was, not where it is */
                            stale_minutes: number;
                            /** @description a unit that takes longer isn't proposed */
                            max_minutes: number;
                            /** @description candidates that are shown */
                            enough: number;
                            /** @description units looked at before the search gives up widening */
                            most: number;
                            /** @description drones fly straight */
                            drone_kmh: number;
                            /** @description how posts and reserves go */
                            travel: {
                                post: "car" | "foot";
                                reserve: "car" | "foot";
                            };
                            /** @description a shift that ends within so many minutes of the arrival speaks against a unit */
                            shift_minutes: number;
                            /** @description so does a job that ended within so many minutes */
                            rest_minutes: number;
                            /** @description people that an incident of this grade asks for */
                            crew: {
                                1: number;
                                2: number;
                                3: number;
                            };
                            /** @description time for finding out what sending the best would cost in coverage */
                            coverage_milliseconds: number;
                            weights: {
                                diversion: number;
                                missing_capability: number;
                                shift_end: number;
                                rest: number;
                                missing_person: number;
                                other_station: number;
                                lost_cell: number;
                                lost_most: number;
                            };
                            /** @description the longest prefix of the incident's type counts */
                            capabilities: {
                                prefix: string;
                                needed: string[];
                                wanted: string[];
                            }[];
                        };
                    };
                };
            };
        };
        /** Change how units are proposed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description an older fix says where a unit was, not where it is */
                        stale_minutes: number;
                        /** @description a unit that takes longer isn't proposed */
                        max_minutes: number;
                        /** @description candidates that are shown */
                        enough: number;
                        /** @description units looked at before the search gives up widening */
                        most: number;
                        /** @description drones fly straight */
                        drone_kmh: number;
                        /** @description how posts and reserves go */
                        travel: {
                            post: "car" | "foot";
                            reserve: "car" | "foot";
                        };
                        /** @description a shift that ends within so many minutes of the arrival speaks against a unit */
                        shift_minutes: number;
                        /** @description so does a job that ended within so many minutes */
                        rest_minutes: number;
                        /** @description people that an incident of this grade asks for */
                        crew: {
                            1: number;
                            2: number;
                            3: number;
                        };
                        /** @description time for finding out what sending the best would cost in coverage */
                        coverage_milliseconds: number;
                        weights: {
                            diversion: number;
                            missing_capability: number;
                            shift_end: number;
                            rest: number;
                            missing_person: number;
                            other_station: number;
                            lost_cell: number;
                            lost_most: number;
                        };
                        /** @description the longest prefix of the incident's type counts */
                        capabilities: {
                            prefix: string;
                            needed: string[];
                            wanted: string[];
                        }[];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send units
         * @description All or none. Units of other stations may be sent; the incident must be of one's own. 409 names the unit that can't be sent and where it is; `divert` takes units on their way to something less urgent; so does a recommendation that proposed them as such.
         */
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
                        unit_ids: number[];
                        recommendation_id?: number;
                        reason?: string;
                        divert?: boolean;
                        /** @description made by the client, a UUID; a request that is sent again with it does nothing again */
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
                            assignments: {
                                id: number;
                                unit_id: number;
                                expected_seconds: number | null;
                            }[];
                            incident_status: string;
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
    "/api/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stand a unit down */
        delete: {
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
                        reason: string;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a sending back
         * @description Within five minutes and before the crew accepted: the unit is what it was, since when it was that.
         */
        post: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My unit, its task, and what may follow */
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
                            unit: {
                                id: number;
                                callsign: string;
                                kind: string;
                                capabilities: string[];
                                status: string;
                                meaning: string;
                                /** Format: date-time */
                                status_since: string;
                                station_id: number | null;
                                shift_from: string | null;
                                shift_to: string | null;
                                crew: number;
                                incident_id: number | null;
                            } | null;
                            statuses: {
                                code: string;
                                meaning: string;
                                name: string;
                                name_en: string;
                                warn_minutes: number | null;
                                alert_minutes: number | null;
                                next: string[];
                            }[];
                            task: {
                                id: number;
                                number: string;
                                code: string;
                                grade: number;
                                status: string;
                                channel: string;
                                /** Format: date-time */
                                received_at: string;
                                /** Format: date-time */
                                status_since: string;
                                station_id: number | null;
                                address_id: number | null;
                                merged_into_id: number | null;
                                version: number;
                                longitude: number | null;
                                latitude: number | null;
                                location_text: string | null;
                                summary: string | null;
                                units: {
                                    unit_id: number;
                                    callsign: string;
                                    kind: string;
                                    meaning: string;
                                    assignment_id: number;
                                    assigned_at: string;
                                    accepted_at: string | null;
                                    arrived_at: string | null;
                                    expected_seconds: number | null;
                                }[];
                                assignment: {
                                    id: number;
                                    assigned_at: string;
                                    accepted_at: string | null;
                                    arrived_at: string | null;
                                    expected_seconds: number | null;
                                };
                                handover: {
                                    department: string;
                                    state: string;
                                    due_at: string;
                                } | null;
                            } | null;
                            roll_call: {
                                id: number;
                                /** Format: date-time */
                                due_at: string;
                            } | null;
                            /** Format: date-time */
                            now: string;
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
    "/api/duty/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the crew did
         * @description Each action has its own key and time and is done once, in the order of the times; one that is refused says why and the others are done. Sent again, all are answered as they were.
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
                        actions: {
                            /** Format: uuid */
                            key: string;
                            kind: "status" | "accept" | "refuse" | "arrive" | "note" | "result" | "roll_call" | "done";
                            /** Format: date-time */
                            at: string;
                            incident_id?: number;
                            unit_id?: number;
                            status?: string;
                            text?: string;
                            resolved_code?: string;
                            reason?: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description the phone's own clock as it sends: its times are corrected by the difference
                         */
                        sent_at?: string;
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
                            outcomes: {
                                key: string;
                                ok: boolean;
                                repeated: boolean;
                                late: boolean;
                                /** @description why it was refused */
                                reason?: string;
                                /** @description the same in Chinese, of an expected refusal */
                                reason_zh?: string;
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
    "/api/duty/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units that I may board
         * @description Of my own stations, on duty or off; at most 100, narrowed by a part of the callsign.
         */
        get: {
            parameters: {
                query?: {
                    q?: string;
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
                            units: {
                                id: number;
                                callsign: string;
                                kind: string;
                                status: string;
                                meaning: string;
                                station_id: number | null;
                                on_board: number;
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
    "/api/duty/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the crew's phone was
         * @description Of the unit that the account is on board of, by the same rules as any gateway's: on duty only. Answered once they are on disk.
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
                        fixes: {
                            at: string | number;
                            longitude: number;
                            latitude: number;
                            heading?: number | null;
                            speed_kmh?: number | null;
                            accuracy_metres?: number | null;
                        }[];
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
                            accepted: number;
                            duplicate: number;
                            out_of_order: number;
                            future: number;
                            impossible_speed: number;
                            off_duty: number;
                            unknown_unit: number;
                            invalid: number;
                            errors: {
                                pointer: string;
                                value: unknown;
                                detail: string;
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
    "/api/duty/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Board a unit of my station */
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
                        unit_id: number;
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
        /** Leave the unit */
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
    "/api/roll-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call the roll
         * @description Of one station, or of all that the caller answers for. 409 where nobody is on duty.
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
                        station_id?: number;
                        minutes: number;
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
                            called: number;
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
    "/api/roll-calls/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open roll-calls, and who hasn't answered */
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
                            roll_calls: {
                                id: number;
                                /** Format: date-time */
                                called_at: string;
                                /** Format: date-time */
                                due_at: string;
                                actor: string;
                                station_id: number | null;
                                answers: {
                                    unit_id: number;
                                    callsign: string;
                                    answered_at: string | null;
                                }[];
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
    "/api/roll-calls/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the roll
         * @description A crew for its own unit; dispatchers and chiefs for any unit of their stations.
         */
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
                        unit_id?: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roll-calls/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a roll-call
         * @description By who called it, or a dispatcher or chief of its station.
         */
        post: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage now
         * @description Cells of resolution 9 with addresses or roads, and when the soonest available unit of the rule arrives there by road.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
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
                            rule: {
                                id: number;
                                code: string;
                                name: string;
                                name_en: string;
                                minutes: number;
                                tied_to: "force" | "place";
                                unit_kinds: string[];
                                place_categories: string[];
                                division_ids: number[];
                                void_alert_minutes: number;
                                enabled: boolean;
                                sort: number;
                            };
                            /** Format: date-time */
                            as_of: string;
                            /** @enum {number} */
                            resolution: 9;
                            cells: string[];
                            /** @description of the soonest unit, in the order of `cells`; null: nobody in the time that is looked for */
                            seconds: (number | null)[];
                            void: {
                                cell: string;
                                since: string | null;
                                /** @description void from the first look under this rule on */
                                standing: boolean;
                            }[];
                            demand_share_covered: number | null;
                            residents_covered: number;
                            residents_total: number;
                            units: number[];
                        };
                    };
                };
                /** @description Default Response */
                304: {
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
    "/api/coverage/{rule_id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would close a void */
        get: {
            parameters: {
                query?: {
                    cell?: string;
                };
                header?: never;
                path: {
                    rule_id: string;
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
                            cells: number;
                            since: string | null;
                            options: {
                                kind: string;
                                name: string;
                                unit_id?: number;
                                longitude: number;
                                latitude: number;
                                closes_cells: number;
                                /** @description from there to the cell, or, without one, to where most calls come from */
                                seconds: number | null;
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
    "/api/coverage/without": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sending units away would cost */
        get: {
            parameters: {
                query: {
                    /** @description comma-separated */
                    unit_ids: string;
                    rule_id?: string;
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
                            rule_id: number;
                            cells_lost: number;
                            /** @description to the nearest ten */
                            residents_lost: number;
                            station_names: string[];
                            /** @description longer, on average over the cells where they are the first now */
                            seconds_worse: number;
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
    "/api/response-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Response circles */
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
                                code: string;
                                name: string;
                                name_en: string;
                                minutes: number;
                                tied_to: "force" | "place";
                                unit_kinds: string[];
                                place_categories: string[];
                                division_ids: number[];
                                void_alert_minutes: number;
                                enabled: boolean;
                                sort: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a response circle */
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
                        code: string;
                        name: string;
                        name_en: string;
                        minutes: number;
                        tied_to: "force" | "place";
                        unit_kinds?: string[];
                        place_categories?: string[];
                        division_ids?: number[];
                        void_alert_minutes?: number;
                        enabled?: boolean;
                        sort?: number;
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
                            code: string;
                            name: string;
                            name_en: string;
                            minutes: number;
                            tied_to: "force" | "place";
                            unit_kinds: string[];
                            place_categories: string[];
                            division_ids: number[];
                            void_alert_minutes: number;
                            enabled: boolean;
                            sort: number;
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
    "/api/response-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a response circle whole */
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
                        code: string;
                        name: string;
                        name_en: string;
                        minutes: number;
                        tied_to: "force" | "place";
                        unit_kinds?: string[];
                        place_categories?: string[];
                        division_ids?: number[];
                        void_alert_minutes?: number;
                        enabled?: boolean;
                        sort?: number;
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
                            code: string;
                            name: string;
                            name_en: string;
                            minutes: number;
                            tied_to: "force" | "place";
                            unit_kinds: string[];
                            place_categories: string[];
                            division_ids: number[];
                            void_alert_minutes: number;
                            enabled: boolean;
                            sort: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Remove a response circle and its voids */
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
    "/api/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a window of the past
         * @description Incidents and units of the caller's stations; units on duty only, a point a step. The read is audited with its purpose.
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
                        from: string;
                        to: string;
                        /** @description what it is needed for, 2 to 200 characters */
                        purpose: string;
                        /** @description west,south,east,north: units that were inside, with all of their way */
                        bbox?: string;
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
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            step_seconds: number;
                            incidents: {
                                id: number;
                                number: string;
                                code: string;
                                /** Format: date-time */
                                received_at: string;
                                longitude: number;
                                latitude: number;
                                timeline: {
                                    status: string;
                                    at: string;
                                }[];
                            }[];
                            tracks: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** @description epoch seconds, longitude, latitude */
                                points: number[][];
                                /** @description epoch seconds, meaning from then on */
                                statuses: (number | string)[][];
                            }[];
                            truncated: boolean;
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
    "/api/replay/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage at an instant of the past
         * @description By the track, on today's roads, cells and rules. No single unit's place is told.
         */
        get: {
            parameters: {
                query: {
                    rule_id: string;
                    at: string;
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
                            rule: {
                                id: number;
                                code: string;
                                name: string;
                                name_en: string;
                                minutes: number;
                                tied_to: "force" | "place";
                                unit_kinds: string[];
                                place_categories: string[];
                                division_ids: number[];
                                void_alert_minutes: number;
                                enabled: boolean;
                                sort: number;
                            };
                            /** Format: date-time */
                            as_of: string;
                            /** @enum {number} */
                            resolution: 9;
                            cells: string[];
                            /** @description of the soonest unit, in the order of `cells`; null: nobody in the time that is looked for */
                            seconds: (number | null)[];
                            void: {
                                cell: string;
                                since: string | null;
                                /** @description void from the first look under this rule on */
                                standing: boolean;
                            }[];
                            demand_share_covered: number | null;
                            residents_covered: number;
                            residents_total: number;
                            units: number[];
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
    "/api/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Zones
         * @description All unless a state is named. `handed_over` keeps those that were given to deployment or patrol.
         */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    handed_over?: string;
                    station?: string;
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
                            zones: {
                                id: number;
                                version: number;
                                name: string;
                                reason: string;
                                geometry: {
                                    [key: string]: unknown;
                                };
                                area_m2: number;
                                shifts: string[];
                                /** Format: date-time */
                                valid_from: string;
                                /** Format: date-time */
                                valid_to: string;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                evidence: {
                                    [key: string]: unknown;
                                } | null;
                                station_id: number | null;
                                station_name: string | null;
                                state: "planned" | "active" | "expired" | "withdrawn";
                                /** Format: date-time */
                                updated_at: string;
                                handed_over: {
                                    to: "deployment" | "patrol";
                                    state: "waiting" | "taken" | "ended";
                                    version: number;
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    note: string | null;
                                }[];
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Draw a zone, or accept one from a method */
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
                        reason: string;
                        geometry: {
                            /** @enum {string} */
                            type: "Polygon";
                            coordinates: number[][][];
                        } | {
                            /** @enum {string} */
                            type: "MultiPolygon";
                            coordinates: number[][][][];
                        };
                        /** @description ids of GET /api/analysis/vocabulary; none means around the clock */
                        shifts: string[];
                        /** @description an instant with its offset, or a date: local midnight */
                        valid_from: string;
                        /** @description the first instant at which it no longer holds; a year after valid_from at most */
                        valid_to: string;
                        /** @description a finished analysis run of yours; it is frozen into the version */
                        evidence?: {
                            run_id: string;
                        };
                        /** @description a finished analysis run of yours; it is frozen into the version */
                        judgement?: {
                            run_id: string;
                        };
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
                            version: number;
                            name: string;
                            reason: string;
                            geometry: {
                                [key: string]: unknown;
                            };
                            area_m2: number;
                            shifts: string[];
                            /** Format: date-time */
                            valid_from: string;
                            /** Format: date-time */
                            valid_to: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            evidence: {
                                [key: string]: unknown;
                            } | null;
                            station_id: number | null;
                            station_name: string | null;
                            state: "planned" | "active" | "expired" | "withdrawn";
                            /** Format: date-time */
                            updated_at: string;
                            handed_over: {
                                to: "deployment" | "patrol";
                                state: "waiting" | "taken" | "ended";
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string | null;
                            }[];
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A zone with all its versions */
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
                            version: number;
                            name: string;
                            reason: string;
                            geometry: {
                                [key: string]: unknown;
                            };
                            area_m2: number;
                            shifts: string[];
                            /** Format: date-time */
                            valid_from: string;
                            /** Format: date-time */
                            valid_to: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            evidence: {
                                [key: string]: unknown;
                            } | null;
                            station_id: number | null;
                            station_name: string | null;
                            state: "planned" | "active" | "expired" | "withdrawn";
                            /** Format: date-time */
                            updated_at: string;
                            handed_over: {
                                to: "deployment" | "patrol";
                                state: "waiting" | "taken" | "ended";
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string | null;
                            }[];
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            versions: {
                                version: number;
                                name: string;
                                reason: string;
                                geometry: {
                                    [key: string]: unknown;
                                };
                                area_m2: number;
                                shifts: string[];
                                /** Format: date-time */
                                valid_from: string;
                                /** Format: date-time */
                                valid_to: string;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                evidence: {
                                    [key: string]: unknown;
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
    "/api/zones/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions of a zone side by side */
        get: {
            parameters: {
                query: {
                    a: string;
                    b: string;
                };
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
                            a: {
                                version: number;
                                name: string;
                                reason: string;
                                geometry: {
                                    [key: string]: unknown;
                                };
                                area_m2: number;
                                shifts: string[];
                                /** Format: date-time */
                                valid_from: string;
                                /** Format: date-time */
                                valid_to: string;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                evidence: {
                                    [key: string]: unknown;
                                } | null;
                            };
                            b: {
                                version: number;
                                name: string;
                                reason: string;
                                geometry: {
                                    [key: string]: unknown;
                                };
                                area_m2: number;
                                shifts: string[];
                                /** Format: date-time */
                                valid_from: string;
                                /** Format: date-time */
                                valid_to: string;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                evidence: {
                                    [key: string]: unknown;
                                } | null;
                            };
                            area_m2: {
                                a: number;
                                b: number;
                                both: number;
                                only_a: number;
                                only_b: number;
                            };
                            /** @description common area over the area of either (Jaccard), 0 to 1 */
                            overlap: number;
                            incidents?: {
                                a: number;
                                b: number;
                                /** Format: date-time */
                                as_of: string;
                                /** @description whose evidence says which incidents are counted */
                                of_version: number;
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
    "/api/zones/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something else of a zone
         * @description What isn't given stays. Evidence is of a shape: where the shape changes and no run is given, the new version has none.
         */
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
                        /** @description the version that you saw */
                        revision: number;
                        reason: string;
                        name?: string;
                        geometry?: {
                            /** @enum {string} */
                            type: "Polygon";
                            coordinates: number[][][];
                        } | {
                            /** @enum {string} */
                            type: "MultiPolygon";
                            coordinates: number[][][][];
                        };
                        /** @description ids of GET /api/analysis/vocabulary; none means around the clock */
                        shifts?: string[];
                        /** @description an instant with its offset, or a date: local midnight */
                        valid_from?: string;
                        /** @description the first instant at which it no longer holds; a year after valid_from at most */
                        valid_to?: string;
                        /** @description a finished analysis run of yours; it is frozen into the version */
                        evidence?: {
                            run_id: string;
                        };
                        /** @description a finished analysis run of yours; it is frozen into the version */
                        judgement?: {
                            run_id: string;
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
                            id: number;
                            version: number;
                            name: string;
                            reason: string;
                            geometry: {
                                [key: string]: unknown;
                            };
                            area_m2: number;
                            shifts: string[];
                            /** Format: date-time */
                            valid_from: string;
                            /** Format: date-time */
                            valid_to: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            evidence: {
                                [key: string]: unknown;
                            } | null;
                            station_id: number | null;
                            station_name: string | null;
                            state: "planned" | "active" | "expired" | "withdrawn";
                            /** Format: date-time */
                            updated_at: string;
                            handed_over: {
                                to: "deployment" | "patrol";
                                state: "waiting" | "taken" | "ended";
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string | null;
                            }[];
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/zones/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a zone to those who plan deployment or patrols */
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
                        to: "deployment" | "patrol";
                        note?: string;
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
                            version: number;
                            name: string;
                            reason: string;
                            geometry: {
                                [key: string]: unknown;
                            };
                            area_m2: number;
                            shifts: string[];
                            /** Format: date-time */
                            valid_from: string;
                            /** Format: date-time */
                            valid_to: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            evidence: {
                                [key: string]: unknown;
                            } | null;
                            station_id: number | null;
                            station_name: string | null;
                            state: "planned" | "active" | "expired" | "withdrawn";
                            /** Format: date-time */
                            updated_at: string;
                            handed_over: {
                                to: "deployment" | "patrol";
                                state: "waiting" | "taken" | "ended";
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string | null;
                            }[];
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/zones/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a zone before its time; it stays readable */
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
                        reason: string;
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
                            version: number;
                            name: string;
                            reason: string;
                            geometry: {
                                [key: string]: unknown;
                            };
                            area_m2: number;
                            shifts: string[];
                            /** Format: date-time */
                            valid_from: string;
                            /** Format: date-time */
                            valid_to: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            evidence: {
                                [key: string]: unknown;
                            } | null;
                            station_id: number | null;
                            station_name: string | null;
                            state: "planned" | "active" | "expired" | "withdrawn";
                            /** Format: date-time */
                            updated_at: string;
                            handed_over: {
                                to: "deployment" | "patrol";
                                state: "waiting" | "taken" | "ended";
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string | null;
                            }[];
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/deployment/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models that can be asked */
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
                            models: {
                                id: string;
                                title: {
                                    zh: string;
                                    en: string;
                                };
                                question: {
                                    zh: string;
                                    en: string;
                                };
                                objective: {
                                    zh: string;
                                    en: string;
                                };
                                source: string;
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
    "/api/deployment/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Demand by cell, with its uncertainty
         * @description Of the weeks that a plan would be built on.
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        /** @description ids of zones, as their newest versions say: demand within any of them; instead of the selection's own place */
                        zones?: number[];
                        /** @description the last weeks of the selection, which the plan never sees and is judged by; 4 unless told */
                        held_out_weeks?: number;
                        weights?: {
                            /** @description by prefix of the type, the longest that fits; 1 unless told */
                            by_code?: {
                                [key: string]: number;
                            };
                            /** @description by grade of the type, 1: act now; 3, 2 and 1 unless told */
                            by_grade?: {
                                1?: number;
                                2?: number;
                                3?: number;
                            };
                            /** @description demand of the coming week lies more where near repeats of the last incidents are to be expected, as far as the data show any; its sum stays as it is */
                            near_repeat?: {
                                /** @description 200 unless told */
                                metres?: number;
                                /** @description 14 unless told */
                                days?: number;
                                /** @description how much the echo counts; 1 unless told: as measured */
                                factor?: number;
                            };
                        };
                        /** @description shrunk: Gamma-Poisson mean, so that quiet cells count a little; counted: as counted. Unset: counted where every cell must be served (set_covering, p_centre), else shrunk */
                        estimate?: "shrunk" | "counted";
                        /** @description H3 resolution of cells; unset: the finest with 2,000 cells at most */
                        resolution?: number;
                        /** @description demand by cell and hour of the week too */
                        by_hour?: boolean;
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
                            resolution: number;
                            find: {
                                from: string;
                                to: string;
                            };
                            judge: {
                                from: string;
                                to: string;
                            } | null;
                            weeks: number;
                            size: number;
                            left_out: {
                                [key: string]: unknown;
                            };
                            prior: {
                                shape: number;
                                rate: number;
                            } | null;
                            cells: string[];
                            counts: number[];
                            weights: number[];
                            low: number[];
                            high: number[];
                            hours: number[];
                            near_repeat?: {
                                metres: number;
                                days: number;
                                factor: number;
                                observed: number | null;
                                expected: number | null;
                                p: number | null;
                                /** @description of the last days, whose echo counts; 0 where no pattern was found */
                                incidents: number;
                                /** @description of all demand that is echo */
                                share: number;
                            };
                            by_hour?: {
                                cell: number[];
                                hour: number[];
                                weight: number[];
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
    "/api/deployment/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Candidate sites, and the times allowed */
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        /** @description ids of zones, as their newest versions say: demand within any of them; instead of the selection's own place */
                        zones?: number[];
                        /** @description the last weeks of the selection, which the plan never sees and is judged by; 4 unless told */
                        held_out_weeks?: number;
                        weights?: {
                            /** @description by prefix of the type, the longest that fits; 1 unless told */
                            by_code?: {
                                [key: string]: number;
                            };
                            /** @description by grade of the type, 1: act now; 3, 2 and 1 unless told */
                            by_grade?: {
                                1?: number;
                                2?: number;
                                3?: number;
                            };
                            /** @description demand of the coming week lies more where near repeats of the last incidents are to be expected, as far as the data show any; its sum stays as it is */
                            near_repeat?: {
                                /** @description 200 unless told */
                                metres?: number;
                                /** @description 14 unless told */
                                days?: number;
                                /** @description how much the echo counts; 1 unless told: as measured */
                                factor?: number;
                            };
                        };
                        /** @description shrunk: Gamma-Poisson mean, so that quiet cells count a little; counted: as counted. Unset: counted where every cell must be served (set_covering, p_centre), else shrunk */
                        estimate?: "shrunk" | "counted";
                        /** @description H3 resolution of cells; unset: the finest with 2,000 cells at most */
                        resolution?: number;
                        /** @description patrol_car unless told */
                        force?: "patrol_car" | "motorcycle" | "officer" | "post" | "reserve";
                        /** @description local hour whose traffic counts; unset: the one with most demand */
                        hour?: number;
                        /** @description yes unless told */
                        siren?: boolean;
                        minutes?: {
                            city?: number;
                            outskirts?: number;
                            rural?: number;
                        };
                        /** @description times by straight line at this speed instead of by road; the answer says so */
                        straight_line?: {
                            kmh: number;
                        };
                        sites?: {
                            /** @description police stations of the layer facilities; yes unless told */
                            stations?: boolean;
                            /** @description police posts of the layer facilities; yes unless told */
                            police_posts?: boolean;
                            /** @description crossings of roads, none nearer to another than that */
                            junctions?: {
                                spacing_metres: number;
                            };
                            drawn?: {
                                /** @description longitude, latitude in degrees */
                                point: [
                                    number,
                                    number
                                ];
                                name?: string;
                            }[];
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
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                            }[];
                            cells: number;
                            minutes: {
                                area_class: string | null;
                                minutes: number;
                                cells: number;
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
    "/api/deployment/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the plan that no other beats
         * @description Answers with the plan when it is there within wait_ms; otherwise ask again by id and see bound and gap fall.
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        /** @description ids of zones, as their newest versions say: demand within any of them; instead of the selection's own place */
                        zones?: number[];
                        /** @description the last weeks of the selection, which the plan never sees and is judged by; 4 unless told */
                        held_out_weeks?: number;
                        weights?: {
                            /** @description by prefix of the type, the longest that fits; 1 unless told */
                            by_code?: {
                                [key: string]: number;
                            };
                            /** @description by grade of the type, 1: act now; 3, 2 and 1 unless told */
                            by_grade?: {
                                1?: number;
                                2?: number;
                                3?: number;
                            };
                            /** @description demand of the coming week lies more where near repeats of the last incidents are to be expected, as far as the data show any; its sum stays as it is */
                            near_repeat?: {
                                /** @description 200 unless told */
                                metres?: number;
                                /** @description 14 unless told */
                                days?: number;
                                /** @description how much the echo counts; 1 unless told: as measured */
                                factor?: number;
                            };
                        };
                        /** @description shrunk: Gamma-Poisson mean, so that quiet cells count a little; counted: as counted. Unset: counted where every cell must be served (set_covering, p_centre), else shrunk */
                        estimate?: "shrunk" | "counted";
                        /** @description H3 resolution of cells; unset: the finest with 2,000 cells at most */
                        resolution?: number;
                        /** @description patrol_car unless told */
                        force?: "patrol_car" | "motorcycle" | "officer" | "post" | "reserve";
                        /** @description local hour whose traffic counts; unset: the one with most demand */
                        hour?: number;
                        /** @description yes unless told */
                        siren?: boolean;
                        minutes?: {
                            city?: number;
                            outskirts?: number;
                            rural?: number;
                        };
                        /** @description times by straight line at this speed instead of by road; the answer says so */
                        straight_line?: {
                            kmh: number;
                        };
                        sites?: {
                            /** @description police stations of the layer facilities; yes unless told */
                            stations?: boolean;
                            /** @description police posts of the layer facilities; yes unless told */
                            police_posts?: boolean;
                            /** @description crossings of roads, none nearer to another than that */
                            junctions?: {
                                spacing_metres: number;
                            };
                            drawn?: {
                                /** @description longitude, latitude in degrees */
                                point: [
                                    number,
                                    number
                                ];
                                name?: string;
                            }[];
                        };
                        model: "maximal_covering" | "backup_covering" | "set_covering" | "p_median" | "p_centre" | "busy_units" | "by_shift";
                        /** @description units to place, the fixed ones included; set_covering finds their number itself */
                        posts?: number;
                        fixed?: string[];
                        forbidden?: string[];
                        /** @description units that each site has room for; 1 unless told */
                        room?: number;
                        /** @description what becomes of demand that no site can serve; unset: refused where every cell must be served, else left out and told */
                        unreachable?: "refuse" | "leave_out";
                        /** @description busy_units: share of their time on duty that units are out; unset: as measured in the weeks the plan is built on */
                        busy?: number;
                        /** @description backup_covering: what a second unit in reach is worth beside the first; 0.5 unless told */
                        backup_worth?: number;
                        /** @description backup_covering: every cell must have a first unit in reach */
                        cover_all?: boolean;
                        /** @description by_shift: ids of shifts in the order in which they follow each other; each gets a plan */
                        shifts?: string[];
                        /** @description by_shift: posts that may be set up anew between a shift and the next; 0 unless told */
                        moves?: number;
                        /** @description by_shift: the last shift is followed by the first */
                        round?: boolean;
                        /** @description that the solver may take; 20 unless told */
                        seconds?: number;
                        /** @description a proven gap of this share is enough; 0 unless told */
                        wanted_gap?: number;
                        /** @description 300 unless told */
                        wait_ms?: number;
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
                            id: string;
                            /** @description running, done, infeasible (no such plan, and why), unknown (time ended before any), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                incumbent: number | null;
                                bound: number | null;
                                gap: number | null;
                                seconds: number;
                            };
                            seconds?: number;
                            detail?: string;
                            reasons?: {
                                code: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                                sites?: string[];
                                cells?: string[];
                                weight?: number;
                                needed?: number;
                            }[];
                            result?: {
                                model: string;
                                /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                status: string;
                                objective: number;
                                bound: number;
                                gap: number;
                                counted_in: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description hash of demand, sites and times allowed */
                                situation: string;
                                travel: {
                                    [key: string]: unknown;
                                };
                                /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                demand: {
                                    [key: string]: unknown;
                                };
                                /** @description first instant that the plan knows nothing of */
                                judge_from: string;
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                /** @description demand that no allowed site can serve */
                                left_out: {
                                    cells: string[];
                                    weight: number;
                                    share: number;
                                };
                                figures: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                greedy: {
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                } | null;
                                held_out: {
                                    from: string;
                                    to: string;
                                    weeks: number;
                                    incidents: number;
                                    /** @description incidents in none of the plan's cells, which no plan is credited with */
                                    elsewhere: number;
                                    plan: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    share: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    other?: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    other_share?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    difference?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                } | null;
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                cells: {
                                    cell: string[];
                                    weight: number[];
                                    low: number[];
                                    high: number[];
                                    limit: number[];
                                    area_class: (string | null)[];
                                    seconds: (number | null)[];
                                    site: number[];
                                };
                            };
                            /** @description by_shift: a plan a shift; objective, bound and gap are of all together */
                            shifts?: {
                                shift: string;
                                moved: string[];
                                result: {
                                    model: string;
                                    /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                    status: string;
                                    objective: number;
                                    bound: number;
                                    gap: number;
                                    counted_in: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description hash of demand, sites and times allowed */
                                    situation: string;
                                    travel: {
                                        [key: string]: unknown;
                                    };
                                    /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                    demand: {
                                        [key: string]: unknown;
                                    };
                                    /** @description first instant that the plan knows nothing of */
                                    judge_from: string;
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description demand that no allowed site can serve */
                                    left_out: {
                                        cells: string[];
                                        weight: number;
                                        share: number;
                                    };
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    greedy: {
                                        sites: {
                                            id: string;
                                            kind: string;
                                            name: string;
                                            longitude: number;
                                            latitude: number;
                                            units: number;
                                        }[];
                                        figures: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                    } | null;
                                    held_out: {
                                        from: string;
                                        to: string;
                                        weeks: number;
                                        incidents: number;
                                        /** @description incidents in none of the plan's cells, which no plan is credited with */
                                        elsewhere: number;
                                        plan: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        other?: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        other_share?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        difference?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    notes: {
                                        zh: string;
                                        en: string;
                                    }[];
                                    cells: {
                                        cell: string[];
                                        weight: number[];
                                        low: number[];
                                        high: number[];
                                        limit: number[];
                                        area_class: (string | null)[];
                                        seconds: (number | null)[];
                                        site: number[];
                                    };
                                };
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
    "/api/deployment/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run: its progress or its plan */
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
                            id: string;
                            /** @description running, done, infeasible (no such plan, and why), unknown (time ended before any), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                incumbent: number | null;
                                bound: number | null;
                                gap: number | null;
                                seconds: number;
                            };
                            seconds?: number;
                            detail?: string;
                            reasons?: {
                                code: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                                sites?: string[];
                                cells?: string[];
                                weight?: number;
                                needed?: number;
                            }[];
                            result?: {
                                model: string;
                                /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                status: string;
                                objective: number;
                                bound: number;
                                gap: number;
                                counted_in: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description hash of demand, sites and times allowed */
                                situation: string;
                                travel: {
                                    [key: string]: unknown;
                                };
                                /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                demand: {
                                    [key: string]: unknown;
                                };
                                /** @description first instant that the plan knows nothing of */
                                judge_from: string;
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                /** @description demand that no allowed site can serve */
                                left_out: {
                                    cells: string[];
                                    weight: number;
                                    share: number;
                                };
                                figures: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                greedy: {
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                } | null;
                                held_out: {
                                    from: string;
                                    to: string;
                                    weeks: number;
                                    incidents: number;
                                    /** @description incidents in none of the plan's cells, which no plan is credited with */
                                    elsewhere: number;
                                    plan: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    share: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    other?: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    other_share?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    difference?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                } | null;
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                cells: {
                                    cell: string[];
                                    weight: number[];
                                    low: number[];
                                    high: number[];
                                    limit: number[];
                                    area_class: (string | null)[];
                                    seconds: (number | null)[];
                                    site: number[];
                                };
                            };
                            /** @description by_shift: a plan a shift; objective, bound and gap are of all together */
                            shifts?: {
                                shift: string;
                                moved: string[];
                                result: {
                                    model: string;
                                    /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                    status: string;
                                    objective: number;
                                    bound: number;
                                    gap: number;
                                    counted_in: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description hash of demand, sites and times allowed */
                                    situation: string;
                                    travel: {
                                        [key: string]: unknown;
                                    };
                                    /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                    demand: {
                                        [key: string]: unknown;
                                    };
                                    /** @description first instant that the plan knows nothing of */
                                    judge_from: string;
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description demand that no allowed site can serve */
                                    left_out: {
                                        cells: string[];
                                        weight: number;
                                        share: number;
                                    };
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    greedy: {
                                        sites: {
                                            id: string;
                                            kind: string;
                                            name: string;
                                            longitude: number;
                                            latitude: number;
                                            units: number;
                                        }[];
                                        figures: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                    } | null;
                                    held_out: {
                                        from: string;
                                        to: string;
                                        weeks: number;
                                        incidents: number;
                                        /** @description incidents in none of the plan's cells, which no plan is credited with */
                                        elsewhere: number;
                                        plan: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        other?: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        other_share?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        difference?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    notes: {
                                        zh: string;
                                        en: string;
                                    }[];
                                    cells: {
                                        cell: string[];
                                        weight: number[];
                                        low: number[];
                                        high: number[];
                                        limit: number[];
                                        area_class: (string | null)[];
                                        seconds: (number | null)[];
                                        site: number[];
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Cancel a run */
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
                            id: string;
                            /** @description running, done, infeasible (no such plan, and why), unknown (time ended before any), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                incumbent: number | null;
                                bound: number | null;
                                gap: number | null;
                                seconds: number;
                            };
                            seconds?: number;
                            detail?: string;
                            reasons?: {
                                code: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                                sites?: string[];
                                cells?: string[];
                                weight?: number;
                                needed?: number;
                            }[];
                            result?: {
                                model: string;
                                /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                status: string;
                                objective: number;
                                bound: number;
                                gap: number;
                                counted_in: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description hash of demand, sites and times allowed */
                                situation: string;
                                travel: {
                                    [key: string]: unknown;
                                };
                                /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                demand: {
                                    [key: string]: unknown;
                                };
                                /** @description first instant that the plan knows nothing of */
                                judge_from: string;
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                /** @description demand that no allowed site can serve */
                                left_out: {
                                    cells: string[];
                                    weight: number;
                                    share: number;
                                };
                                figures: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                greedy: {
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                } | null;
                                held_out: {
                                    from: string;
                                    to: string;
                                    weeks: number;
                                    incidents: number;
                                    /** @description incidents in none of the plan's cells, which no plan is credited with */
                                    elsewhere: number;
                                    plan: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    share: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    other?: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    other_share?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    difference?: {
                                        mean: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                } | null;
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                cells: {
                                    cell: string[];
                                    weight: number[];
                                    low: number[];
                                    high: number[];
                                    limit: number[];
                                    area_class: (string | null)[];
                                    seconds: (number | null)[];
                                    site: number[];
                                };
                            };
                            /** @description by_shift: a plan a shift; objective, bound and gap are of all together */
                            shifts?: {
                                shift: string;
                                moved: string[];
                                result: {
                                    model: string;
                                    /** @description gap: time (or the wanted gap) came before the proof; no plan is better by more than gap */
                                    status: string;
                                    objective: number;
                                    bound: number;
                                    gap: number;
                                    counted_in: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description hash of demand, sites and times allowed */
                                    situation: string;
                                    travel: {
                                        [key: string]: unknown;
                                    };
                                    /** @description resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours */
                                    demand: {
                                        [key: string]: unknown;
                                    };
                                    /** @description first instant that the plan knows nothing of */
                                    judge_from: string;
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description demand that no allowed site can serve */
                                    left_out: {
                                        cells: string[];
                                        weight: number;
                                        share: number;
                                    };
                                    figures: {
                                        units: number;
                                        /** @description a week */
                                        demand: number;
                                        /** @description a week, within the minutes allowed */
                                        covered: number;
                                        share: number | null;
                                        mean_seconds: number | null;
                                        ninetieth_seconds: number | null;
                                        worst: {
                                            cell: string;
                                            seconds: number;
                                        } | null;
                                        /** @description demand a week that no unit reaches within the hour */
                                        unreached: number;
                                        /** @description to the nearest ten */
                                        residents: number;
                                        residents_covered: number;
                                        key_places: number;
                                        key_places_covered: number;
                                        loads: {
                                            site: string;
                                            units: number;
                                            /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                            load: number;
                                        }[];
                                    };
                                    greedy: {
                                        sites: {
                                            id: string;
                                            kind: string;
                                            name: string;
                                            longitude: number;
                                            latitude: number;
                                            units: number;
                                        }[];
                                        figures: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                    } | null;
                                    held_out: {
                                        from: string;
                                        to: string;
                                        weeks: number;
                                        incidents: number;
                                        /** @description incidents in none of the plan's cells, which no plan is credited with */
                                        elsewhere: number;
                                        plan: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        other?: {
                                            units: number;
                                            /** @description a week */
                                            demand: number;
                                            /** @description a week, within the minutes allowed */
                                            covered: number;
                                            share: number | null;
                                            mean_seconds: number | null;
                                            ninetieth_seconds: number | null;
                                            worst: {
                                                cell: string;
                                                seconds: number;
                                            } | null;
                                            /** @description demand a week that no unit reaches within the hour */
                                            unreached: number;
                                            /** @description to the nearest ten */
                                            residents: number;
                                            residents_covered: number;
                                            key_places: number;
                                            key_places_covered: number;
                                            loads: {
                                                site: string;
                                                units: number;
                                                /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                                load: number;
                                            }[];
                                        };
                                        other_share?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        difference?: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    notes: {
                                        zh: string;
                                        en: string;
                                    }[];
                                    cells: {
                                        cell: string[];
                                        weight: number[];
                                        low: number[];
                                        high: number[];
                                        limit: number[];
                                        area_class: (string | null)[];
                                        seconds: (number | null)[];
                                        site: number[];
                                    };
                                };
                            }[];
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
    "/api/deployment/beats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part an area into connected beats of like load
         * @description Answers when it is solved; giving up the request ends the search.
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
                        selection: {
                            /** @description types; a code stands for all below it; none means all */
                            codes?: string[];
                            /** @description which of both codes is meant; unset: resolved, as found where that is known, else as taken */
                            by_code?: "resolved" | "taken" | "either";
                            /** @description an instant with its offset, or a date: local midnight */
                            from: string;
                            /** @description the first instant after the window */
                            to: string;
                            /** @description hours of the local week; 0 is Monday 00:00 to 01:00 */
                            hours?: number[];
                            /** @description ids of shifts, see /api/analysis/vocabulary; with hours, both must hold */
                            shifts?: string[];
                            /** @description kinds of local days; a make-up workday is a workday */
                            days?: ("workday" | "weekend" | "holiday")[];
                            division_id?: number;
                            area?: {
                                type: "Polygon" | "MultiPolygon";
                                coordinates: unknown[];
                            };
                            zone?: {
                                id: number;
                                /** @description the newest unless told */
                                version?: number;
                            };
                            /** @description sources; patrol-discovered incidents are left out unless they are named */
                            channels?: string[];
                            statuses?: string[];
                            place_categories?: string[];
                            /** @description the coarsest level to which a coordinate must be trusted: road unless told */
                            trusted_to?: string;
                        };
                        /** @description ids of zones, as their newest versions say: demand within any of them; instead of the selection's own place */
                        zones?: number[];
                        weights?: {
                            /** @description by prefix of the type, the longest that fits; 1 unless told */
                            by_code?: {
                                [key: string]: number;
                            };
                            /** @description by grade of the type, 1: act now; 3, 2 and 1 unless told */
                            by_grade?: {
                                1?: number;
                                2?: number;
                                3?: number;
                            };
                            /** @description demand of the coming week lies more where near repeats of the last incidents are to be expected, as far as the data show any; its sum stays as it is */
                            near_repeat?: {
                                /** @description 200 unless told */
                                metres?: number;
                                /** @description 14 unless told */
                                days?: number;
                                /** @description how much the echo counts; 1 unless told: as measured */
                                factor?: number;
                            };
                        };
                        /** @description shrunk: Gamma-Poisson mean, so that quiet cells count a little; counted: as counted. Unset: counted where every cell must be served (set_covering, p_centre), else shrunk */
                        estimate?: "shrunk" | "counted";
                        /** @description H3 resolution of cells; unset: the finest with 2,000 cells at most */
                        resolution?: number;
                        /** @description patrol_car unless told */
                        force?: "patrol_car" | "motorcycle" | "officer" | "post" | "reserve";
                        /** @description local hour whose traffic counts; unset: the one with most demand */
                        hour?: number;
                        /** @description yes unless told */
                        siren?: boolean;
                        /** @description times by straight line at this speed instead of by road; the answer says so */
                        straight_line?: {
                            kmh: number;
                        };
                        /** @description how many */
                        beats: number;
                        /** @description share by which the load of a beat may differ from the average; 0.1 unless told */
                        tolerance?: number;
                        /** @description what becomes of cells that don't touch the largest part, or that no road leads to; refused unless told */
                        detached?: "refuse" | "leave_out";
                        seed?: number;
                        /** @description that the solver may take; 10 unless told */
                        seconds?: number;
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
                            status: string;
                            reasons: {
                                code: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                                sites?: string[];
                                cells?: string[];
                                weight?: number;
                                needed?: number;
                            }[];
                            /** @description demand × seconds from the beat's centre */
                            objective?: number;
                            bound?: number;
                            gap?: number;
                            cells: string[];
                            beat: number[];
                            beats: {
                                centre: string;
                                load: number;
                                cells: number;
                                mean_seconds: number | null;
                            }[];
                            left_out: {
                                cells: string[];
                                weight: number;
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
    "/api/deployment/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What moving posts by hand changes */
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
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        moves: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
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
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                units: number;
                            }[];
                            before: {
                                units: number;
                                /** @description a week */
                                demand: number;
                                /** @description a week, within the minutes allowed */
                                covered: number;
                                share: number | null;
                                mean_seconds: number | null;
                                ninetieth_seconds: number | null;
                                worst: {
                                    cell: string;
                                    seconds: number;
                                } | null;
                                /** @description demand a week that no unit reaches within the hour */
                                unreached: number;
                                /** @description to the nearest ten */
                                residents: number;
                                residents_covered: number;
                                key_places: number;
                                key_places_covered: number;
                                loads: {
                                    site: string;
                                    units: number;
                                    /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                    load: number;
                                }[];
                            };
                            after: {
                                units: number;
                                /** @description a week */
                                demand: number;
                                /** @description a week, within the minutes allowed */
                                covered: number;
                                share: number | null;
                                mean_seconds: number | null;
                                ninetieth_seconds: number | null;
                                worst: {
                                    cell: string;
                                    seconds: number;
                                } | null;
                                /** @description demand a week that no unit reaches within the hour */
                                unreached: number;
                                /** @description to the nearest ten */
                                residents: number;
                                residents_covered: number;
                                key_places: number;
                                key_places_covered: number;
                                loads: {
                                    site: string;
                                    units: number;
                                    /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                    load: number;
                                }[];
                            };
                            gained: string[];
                            lost: string[];
                            /** @description cells that another post comes to, or at another time */
                            changed: {
                                cell: string[];
                                seconds: (number | null)[];
                                site: number[];
                            };
                            off_road: string[];
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
    "/api/deployment/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan on the map: its cells, and where its posts may be moved by name */
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
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                    };
                };
            };
            responses: {
                /** @description where a post of the plan may be moved by name, and how soon the plan comes to each cell */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            candidates: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                            }[];
                            cells: {
                                cell: string[];
                                weight: number[];
                                low: number[];
                                high: number[];
                                limit: number[];
                                area_class: (string | null)[];
                                seconds: (number | null)[];
                                site: number[];
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
    "/api/deployment/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Today, a proposal and a what-if side by side
         * @description On the demand that the plan was built on, and on weeks that it hadn't seen.
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
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        /** @description posts that are moved by hand, one after the other */
                        moves?: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
                        /** @description other weeks to judge by than those that were held out; none that the plan has seen */
                        judge?: {
                            from: string;
                            to: string;
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
                            judge: {
                                from: string;
                                to: string;
                                weeks: number;
                                incidents: number;
                                elsewhere: number;
                            } | null;
                            today: {
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                built: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                judged: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                } | null;
                                judged_share: {
                                    mean: number;
                                    low: number;
                                    high: number;
                                } | null;
                                source: string;
                                plan_id: number | null;
                                /** @description units on duty that no fix of the last half hour tells of */
                                without_fix: number;
                            };
                            proposal: {
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                built: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                judged: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                } | null;
                                judged_share: {
                                    mean: number;
                                    low: number;
                                    high: number;
                                } | null;
                            };
                            what_if: {
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                built: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                };
                                judged: {
                                    units: number;
                                    /** @description a week */
                                    demand: number;
                                    /** @description a week, within the minutes allowed */
                                    covered: number;
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                    worst: {
                                        cell: string;
                                        seconds: number;
                                    } | null;
                                    /** @description demand a week that no unit reaches within the hour */
                                    unreached: number;
                                    /** @description to the nearest ten */
                                    residents: number;
                                    residents_covered: number;
                                    key_places: number;
                                    key_places_covered: number;
                                    loads: {
                                        site: string;
                                        units: number;
                                        /** @description demand a week for each unit there: of cells that it is soonest to reach */
                                        load: number;
                                    }[];
                                } | null;
                                judged_share: {
                                    mean: number;
                                    low: number;
                                    high: number;
                                } | null;
                            } | null;
                            /** @description share of judged demand covered, on the same days */
                            differences: {
                                proposal_to_today: {
                                    mean: number;
                                    low: number;
                                    high: number;
                                } | null;
                                what_if_to_proposal: {
                                    mean: number;
                                    low: number;
                                    high: number;
                                } | null;
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
    "/api/deployment/circles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What lies within each response circle */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description a run or a plan whose posts are looked at; without one, units as they are available now */
            requestBody: {
                content: {
                    "application/json": {
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        /** @description posts that are moved by hand, one after the other */
                        moves?: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
                        /** @description local hour whose traffic counts, for a plan; its own unless told */
                        hour?: number;
                        /** @description id of a rule whose cells are told one by one */
                        cells_of?: number;
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
                            as_of: string;
                            units: number;
                            circles: {
                                rule: {
                                    id: number;
                                    code: string;
                                    name: string;
                                    name_en: string;
                                    minutes: number;
                                    tied_to: "force" | "place";
                                    unit_kinds: string[];
                                    place_categories: string[];
                                    division_ids: number[];
                                    void_alert_minutes: number;
                                    enabled: boolean;
                                    sort: number;
                                };
                                /** @description of the rule's force */
                                units: number;
                                cells: number;
                                cells_inside: number;
                                demand_share: number | null;
                                residents_share: number | null;
                                /** @description published ones, to the nearest ten */
                                residents: number;
                                key_places: number;
                                key_places_inside: number;
                                gap: {
                                    cells: number;
                                    demand_share: number | null;
                                };
                            }[];
                            /** @description of the rule that `cells_of` names */
                            cells?: {
                                cell: string[];
                                demand: number[];
                                seconds: (number | null)[];
                                station_id: (number | null)[];
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
    "/api/deployment/circles/{rule_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The gaps of a response circle and their cheapest closure
         * @description Answers when it is solved; giving up the request ends the search.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        /** @description posts that are moved by hand, one after the other */
                        moves?: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
                        /** @description local hour whose traffic counts, for a plan; its own unless told */
                        hour?: number;
                        sites?: {
                            /** @description police stations of the layer facilities; yes unless told */
                            stations?: boolean;
                            /** @description police posts of the layer facilities; yes unless told */
                            police_posts?: boolean;
                            /** @description crossings of roads, none nearer to another than that */
                            junctions?: {
                                spacing_metres: number;
                            };
                            drawn?: {
                                /** @description longitude, latitude in degrees */
                                point: [
                                    number,
                                    number
                                ];
                                name?: string;
                            }[];
                        };
                        /** @description so many more posts: those that close most demand; without it, the fewest that close every gap that can be closed */
                        posts?: number;
                        /** @description that the solver may take; 5 unless told */
                        seconds?: number;
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
                            rule: {
                                id: number;
                                code: string;
                                name: string;
                                name_en: string;
                                minutes: number;
                                tied_to: "force" | "place";
                                unit_kinds: string[];
                                place_categories: string[];
                                division_ids: number[];
                                void_alert_minutes: number;
                                enabled: boolean;
                                sort: number;
                            };
                            gap: {
                                cell: string[];
                                demand: number[];
                                seconds: (number | null)[];
                                closed_by: number[];
                            };
                            /** @description gap cells with least demand that weren't looked at */
                            cells_beyond: number;
                            closure: {
                                status: string;
                                posts: number;
                                bound: number;
                                gap: number;
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                }[];
                                cells_closed: number;
                                /** @description that no candidate site reaches in time, or none of so many posts */
                                cells_open: number;
                                demand_closed: number;
                            } | null;
                            reasons: {
                                code: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                                sites?: string[];
                                cells?: string[];
                                weight?: number;
                                needed?: number;
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
    "/api/deployment/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Minutes allowed by class of area and force */
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
                            /** @description allowed from the post to the incident, by class of area and kind of force */
                            minutes: {
                                city: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                                outskirts: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                                rural: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                            };
                            /** @description from so many on a cell of resolution 8 belongs to the class; below, it is rural */
                            residents_per_km2: {
                                city: number;
                                outskirts: number;
                            };
                            /** @description classes that are set by id of division, whatever its density; the smallest division counts */
                            divisions: {
                                [key: string]: "city" | "outskirts" | "rural";
                            };
                        };
                    };
                };
            };
        };
        /** Write the minutes allowed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description allowed from the post to the incident, by class of area and kind of force */
                        minutes: {
                            city: {
                                patrol_car: number;
                                motorcycle: number;
                                officer: number;
                                post: number;
                                reserve: number;
                            };
                            outskirts: {
                                patrol_car: number;
                                motorcycle: number;
                                officer: number;
                                post: number;
                                reserve: number;
                            };
                            rural: {
                                patrol_car: number;
                                motorcycle: number;
                                officer: number;
                                post: number;
                                reserve: number;
                            };
                        };
                        /** @description from so many on a cell of resolution 8 belongs to the class; below, it is rural */
                        residents_per_km2: {
                            city: number;
                            outskirts: number;
                        };
                        /** @description classes that are set by id of division, whatever its density; the smallest division counts */
                        divisions: {
                            [key: string]: "city" | "outskirts" | "rural";
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
                            /** @description allowed from the post to the incident, by class of area and kind of force */
                            minutes: {
                                city: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                                outskirts: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                                rural: {
                                    patrol_car: number;
                                    motorcycle: number;
                                    officer: number;
                                    post: number;
                                    reserve: number;
                                };
                            };
                            /** @description from so many on a cell of resolution 8 belongs to the class; below, it is rural */
                            residents_per_km2: {
                                city: number;
                                outskirts: number;
                            };
                            /** @description classes that are set by id of division, whatever its density; the smallest division counts */
                            divisions: {
                                [key: string]: "city" | "outskirts" | "rural";
                            };
                        };
                    };
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
    "/api/deployment/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans, newest first */
        get: {
            parameters: {
                query?: {
                    status?: string;
                    day?: string;
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
                            plans: {
                                id: number;
                                name: string;
                                division_id: number | null;
                                shift: string | null;
                                /** Format: date */
                                valid_from: string;
                                /** Format: date */
                                valid_to: string;
                                force: string;
                                model: string;
                                /** Format: date-time */
                                judge_from: string;
                                judge_to: string | null;
                                situation: string;
                                moved: boolean;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                sites: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    units: number;
                                    unit_ids?: number[];
                                }[];
                                status: "draft" | "published" | "withdrawn";
                                published: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                } | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Keep a solved run as a plan
         * @description A draft, with what it was made of; posts may have been moved by hand.
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
                        name: string;
                        run_id: string;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        /** @description posts that are moved by hand, one after the other */
                        moves?: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
                        /** @description where it holds; the whole city unless told */
                        division_id?: number;
                        /** @description id of a shift, see /api/analysis/vocabulary; around the clock unless told */
                        shift?: string;
                        /** Format: date */
                        valid_from: string;
                        /** Format: date */
                        valid_to?: string;
                        /** @description by id of site: the units that stand there */
                        units?: {
                            [key: string]: number[];
                        };
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
                            division_id: number | null;
                            shift: string | null;
                            /** Format: date */
                            valid_from: string;
                            /** Format: date */
                            valid_to: string;
                            force: string;
                            model: string;
                            /** Format: date-time */
                            judge_from: string;
                            judge_to: string | null;
                            situation: string;
                            moved: boolean;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                units: number;
                                unit_ids?: number[];
                            }[];
                            status: "draft" | "published" | "withdrawn";
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            parameters: {
                                [key: string]: unknown;
                            };
                            selection: {
                                [key: string]: unknown;
                            };
                            result: {
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
    "/api/deployment/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan: how it was made, its proof and figures */
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
                            name: string;
                            division_id: number | null;
                            shift: string | null;
                            /** Format: date */
                            valid_from: string;
                            /** Format: date */
                            valid_to: string;
                            force: string;
                            model: string;
                            /** Format: date-time */
                            judge_from: string;
                            judge_to: string | null;
                            situation: string;
                            moved: boolean;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                units: number;
                                unit_ids?: number[];
                            }[];
                            status: "draft" | "published" | "withdrawn";
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            parameters: {
                                [key: string]: unknown;
                            };
                            selection: {
                                [key: string]: unknown;
                            };
                            result: {
                                [key: string]: unknown;
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
    "/api/deployment/plans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a plan the duty of its shift */
        post: {
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
                            name: string;
                            division_id: number | null;
                            shift: string | null;
                            /** Format: date */
                            valid_from: string;
                            /** Format: date */
                            valid_to: string;
                            force: string;
                            model: string;
                            /** Format: date-time */
                            judge_from: string;
                            judge_to: string | null;
                            situation: string;
                            moved: boolean;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                units: number;
                                unit_ids?: number[];
                            }[];
                            status: "draft" | "published" | "withdrawn";
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            parameters: {
                                [key: string]: unknown;
                            };
                            selection: {
                                [key: string]: unknown;
                            };
                            result: {
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
    "/api/deployment/plans/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a plan before its time */
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
                        reason: string;
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
                            division_id: number | null;
                            shift: string | null;
                            /** Format: date */
                            valid_from: string;
                            /** Format: date */
                            valid_to: string;
                            force: string;
                            model: string;
                            /** Format: date-time */
                            judge_from: string;
                            judge_to: string | null;
                            situation: string;
                            moved: boolean;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            sites: {
                                id: string;
                                kind: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                units: number;
                                unit_ids?: number[];
                            }[];
                            status: "draft" | "published" | "withdrawn";
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            parameters: {
                                [key: string]: unknown;
                            };
                            selection: {
                                [key: string]: unknown;
                            };
                            result: {
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
    "/api/deployment/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who stands where under the plans that are published
         * @description Of a local day (today unless told), or at an instant.
         */
        get: {
            parameters: {
                query?: {
                    day?: string;
                    at?: string;
                    unit_id?: string;
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
                            duty: {
                                id: number;
                                plan_id: number;
                                plan: string;
                                /** Format: date */
                                day: string;
                                shift: string | null;
                                force: string;
                                site: string;
                                name: string;
                                unit_id: number | null;
                                callsign: string | null;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                longitude: number;
                                latitude: number;
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
    "/api/deployment/patrols/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tours for a shift, not kept
         * @description Stops of zones are their busiest places. Equal questions with equal seeds have equal tours.
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
                        name?: string;
                        /** Format: date */
                        day: string;
                        /** @description id of a shift, see /api/analysis/vocabulary */
                        shift: string;
                        /** @description each zone's busiest places become stops */
                        zones?: number[];
                        /** @description at most; 3 unless told */
                        places_a_zone?: number;
                        stops?: {
                            name?: string;
                            longitude: number;
                            latitude: number;
                            /** @description where not all can be served, the heavier ones are; 1 unless told */
                            weight?: number;
                            least_minutes?: number;
                            most_minutes?: number;
                            every_minutes?: number;
                        }[];
                        units: {
                            unit_id: number;
                            /** @description so long, at the station, begun and ended within the window */
                            meal?: {
                                /** @description local time; after midnight it is the next day's */
                                from: string;
                                /** @description local time; after midnight it is the next day's */
                                to: string;
                                minutes: number;
                            };
                        }[];
                        settings?: {
                            least_minutes?: number;
                            most_minutes?: number;
                            every_minutes?: number;
                            /** @description not sooner again at the same stop */
                            again_minutes?: number;
                            /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                            best_guess?: number;
                        };
                        /** @description drawn once and told, unless given */
                        seed?: number;
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
                            id: number | null;
                            /** @description empty for a preview without one */
                            name: string;
                            /** Format: date */
                            day: string;
                            shift: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            status: "preview" | "draft" | "published" | "withdrawn";
                            seed: number;
                            settings: {
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                /** @description not sooner again at the same stop */
                                again_minutes: number;
                                /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                best_guess: number;
                            };
                            stops: {
                                id: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                /** @description of a zone's place: incidents a week */
                                weight: number;
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                zone_id: number | null;
                                incidents: number | null;
                            }[];
                            tours: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @description its station: where it starts, eats and ends */
                                start: {
                                    longitude: number;
                                    latitude: number;
                                    name: string;
                                };
                                visits: {
                                    stop: string;
                                    /** Format: date-time */
                                    arrive: string;
                                    /** Format: date-time */
                                    leave: string;
                                }[];
                                meal: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } | null;
                                travel_minutes: number;
                                /** @description neither on the way, at a stop nor at a meal */
                                free_minutes: number;
                                detour: number | null;
                                unpredictability: {
                                    best_guess: number;
                                    bits: number;
                                } | null;
                                foreseeable?: {
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                            }[];
                            unserved: {
                                stop: string;
                                reason: "no_way" | "no_time";
                                unit_id: number | null;
                                lacking_minutes: number | null;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/deployment/patrols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patrols, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description on which their shift begins */
                    day?: string;
                    /** @description an instant of their shift: after midnight, the one that began the day before */
                    at?: string;
                    status?: string;
                    /** @description with a tour of this unit */
                    unit_id?: string;
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
                            patrols: {
                                id: number | null;
                                /** @description empty for a preview without one */
                                name: string;
                                /** Format: date */
                                day: string;
                                shift: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                status: "preview" | "draft" | "published" | "withdrawn";
                                seed: number;
                                settings: {
                                    least_minutes: number;
                                    most_minutes: number;
                                    every_minutes: number;
                                    /** @description not sooner again at the same stop */
                                    again_minutes: number;
                                    /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                    best_guess: number;
                                };
                                stops: {
                                    id: string;
                                    name: string;
                                    longitude: number;
                                    latitude: number;
                                    /** @description of a zone's place: incidents a week */
                                    weight: number;
                                    least_minutes: number;
                                    most_minutes: number;
                                    every_minutes: number;
                                    zone_id: number | null;
                                    incidents: number | null;
                                }[];
                                tours: {
                                    unit_id: number;
                                    callsign: string;
                                    kind: string;
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                    /** @description its station: where it starts, eats and ends */
                                    start: {
                                        longitude: number;
                                        latitude: number;
                                        name: string;
                                    };
                                    visits: {
                                        stop: string;
                                        /** Format: date-time */
                                        arrive: string;
                                        /** Format: date-time */
                                        leave: string;
                                    }[];
                                    meal: {
                                        /** Format: date-time */
                                        from: string;
                                        /** Format: date-time */
                                        to: string;
                                    } | null;
                                    travel_minutes: number;
                                    /** @description neither on the way, at a stop nor at a meal */
                                    free_minutes: number;
                                    detour: number | null;
                                    unpredictability: {
                                        best_guess: number;
                                        bits: number;
                                    } | null;
                                    foreseeable?: {
                                        why: {
                                            zh: string;
                                            en: string;
                                        };
                                        change: {
                                            zh: string;
                                            en: string;
                                        };
                                    };
                                }[];
                                unserved: {
                                    stop: string;
                                    reason: "no_way" | "no_time";
                                    unit_id: number | null;
                                    lacking_minutes: number | null;
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                published: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                } | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Keep tours as a draft
         * @description Send the seed of a preview to keep just that one.
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
                        name: string;
                        /** Format: date */
                        day: string;
                        /** @description id of a shift, see /api/analysis/vocabulary */
                        shift: string;
                        /** @description each zone's busiest places become stops */
                        zones?: number[];
                        /** @description at most; 3 unless told */
                        places_a_zone?: number;
                        stops?: {
                            name?: string;
                            longitude: number;
                            latitude: number;
                            /** @description where not all can be served, the heavier ones are; 1 unless told */
                            weight?: number;
                            least_minutes?: number;
                            most_minutes?: number;
                            every_minutes?: number;
                        }[];
                        units: {
                            unit_id: number;
                            /** @description so long, at the station, begun and ended within the window */
                            meal?: {
                                /** @description local time; after midnight it is the next day's */
                                from: string;
                                /** @description local time; after midnight it is the next day's */
                                to: string;
                                minutes: number;
                            };
                        }[];
                        settings?: {
                            least_minutes?: number;
                            most_minutes?: number;
                            every_minutes?: number;
                            /** @description not sooner again at the same stop */
                            again_minutes?: number;
                            /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                            best_guess?: number;
                        };
                        /** @description drawn once and told, unless given */
                        seed?: number;
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
                            id: number | null;
                            /** @description empty for a preview without one */
                            name: string;
                            /** Format: date */
                            day: string;
                            shift: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            status: "preview" | "draft" | "published" | "withdrawn";
                            seed: number;
                            settings: {
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                /** @description not sooner again at the same stop */
                                again_minutes: number;
                                /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                best_guess: number;
                            };
                            stops: {
                                id: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                /** @description of a zone's place: incidents a week */
                                weight: number;
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                zone_id: number | null;
                                incidents: number | null;
                            }[];
                            tours: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @description its station: where it starts, eats and ends */
                                start: {
                                    longitude: number;
                                    latitude: number;
                                    name: string;
                                };
                                visits: {
                                    stop: string;
                                    /** Format: date-time */
                                    arrive: string;
                                    /** Format: date-time */
                                    leave: string;
                                }[];
                                meal: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } | null;
                                travel_minutes: number;
                                /** @description neither on the way, at a stop nor at a meal */
                                free_minutes: number;
                                detour: number | null;
                                unpredictability: {
                                    best_guess: number;
                                    bits: number;
                                } | null;
                                foreseeable?: {
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                            }[];
                            unserved: {
                                stop: string;
                                reason: "no_way" | "no_time";
                                unit_id: number | null;
                                lacking_minutes: number | null;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/deployment/patrols/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patrol: its stops and tours */
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
                            id: number | null;
                            /** @description empty for a preview without one */
                            name: string;
                            /** Format: date */
                            day: string;
                            shift: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            status: "preview" | "draft" | "published" | "withdrawn";
                            seed: number;
                            settings: {
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                /** @description not sooner again at the same stop */
                                again_minutes: number;
                                /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                best_guess: number;
                            };
                            stops: {
                                id: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                /** @description of a zone's place: incidents a week */
                                weight: number;
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                zone_id: number | null;
                                incidents: number | null;
                            }[];
                            tours: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @description its station: where it starts, eats and ends */
                                start: {
                                    longitude: number;
                                    latitude: number;
                                    name: string;
                                };
                                visits: {
                                    stop: string;
                                    /** Format: date-time */
                                    arrive: string;
                                    /** Format: date-time */
                                    leave: string;
                                }[];
                                meal: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } | null;
                                travel_minutes: number;
                                /** @description neither on the way, at a stop nor at a meal */
                                free_minutes: number;
                                detour: number | null;
                                unpredictability: {
                                    best_guess: number;
                                    bits: number;
                                } | null;
                                foreseeable?: {
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                            }[];
                            unserved: {
                                stop: string;
                                reason: "no_way" | "no_time";
                                unit_id: number | null;
                                lacking_minutes: number | null;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
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
    "/api/deployment/patrols/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make tours what their units do in that shift */
        post: {
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
                            id: number | null;
                            /** @description empty for a preview without one */
                            name: string;
                            /** Format: date */
                            day: string;
                            shift: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            status: "preview" | "draft" | "published" | "withdrawn";
                            seed: number;
                            settings: {
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                /** @description not sooner again at the same stop */
                                again_minutes: number;
                                /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                best_guess: number;
                            };
                            stops: {
                                id: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                /** @description of a zone's place: incidents a week */
                                weight: number;
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                zone_id: number | null;
                                incidents: number | null;
                            }[];
                            tours: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @description its station: where it starts, eats and ends */
                                start: {
                                    longitude: number;
                                    latitude: number;
                                    name: string;
                                };
                                visits: {
                                    stop: string;
                                    /** Format: date-time */
                                    arrive: string;
                                    /** Format: date-time */
                                    leave: string;
                                }[];
                                meal: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } | null;
                                travel_minutes: number;
                                /** @description neither on the way, at a stop nor at a meal */
                                free_minutes: number;
                                detour: number | null;
                                unpredictability: {
                                    best_guess: number;
                                    bits: number;
                                } | null;
                                foreseeable?: {
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                            }[];
                            unserved: {
                                stop: string;
                                reason: "no_way" | "no_time";
                                unit_id: number | null;
                                lacking_minutes: number | null;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/deployment/patrols/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a patrol before its time */
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
                        reason: string;
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
                            id: number | null;
                            /** @description empty for a preview without one */
                            name: string;
                            /** Format: date */
                            day: string;
                            shift: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            status: "preview" | "draft" | "published" | "withdrawn";
                            seed: number;
                            settings: {
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                /** @description not sooner again at the same stop */
                                again_minutes: number;
                                /** @description how often the next stop may be guessed at best by somebody who knows all but the seed */
                                best_guess: number;
                            };
                            stops: {
                                id: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                /** @description of a zone's place: incidents a week */
                                weight: number;
                                least_minutes: number;
                                most_minutes: number;
                                every_minutes: number;
                                zone_id: number | null;
                                incidents: number | null;
                            }[];
                            tours: {
                                unit_id: number;
                                callsign: string;
                                kind: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @description its station: where it starts, eats and ends */
                                start: {
                                    longitude: number;
                                    latitude: number;
                                    name: string;
                                };
                                visits: {
                                    stop: string;
                                    /** Format: date-time */
                                    arrive: string;
                                    /** Format: date-time */
                                    leave: string;
                                }[];
                                meal: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } | null;
                                travel_minutes: number;
                                /** @description neither on the way, at a stop nor at a meal */
                                free_minutes: number;
                                detour: number | null;
                                unpredictability: {
                                    best_guess: number;
                                    bits: number;
                                } | null;
                                foreseeable?: {
                                    why: {
                                        zh: string;
                                        en: string;
                                    };
                                    change: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                            }[];
                            unserved: {
                                stop: string;
                                reason: "no_way" | "no_time";
                                unit_id: number | null;
                                lacking_minutes: number | null;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                change: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                            published: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
    "/api/deployment/patrols/{id}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done of a patrol, by stop, unit and visit
         * @description From tracks of units of your stations while they were on duty. That they were looked at is audited.
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
                            patrol_id: number;
                            /** Format: date */
                            day: string;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description of the shift; or when the patrol was withdrawn
                             */
                            to: string;
                            /** @description no: the shift is still running, and only visits that are over count */
                            complete: boolean;
                            stops: {
                                stop: string;
                                name: string;
                                unit_id: number | null;
                                planned: number;
                                /** @description made in full, late ones included */
                                done: number;
                                /** @description of done: begun more than 10 min late */
                                late: number;
                                short: number;
                                missed: number;
                                /** @description no fix tells whether */
                                unknown: number;
                                /** @description of those that weren't made in full: the unit was on a call then */
                                on_call: number;
                                minutes_planned: number;
                                /** @description stays that weren't planned included */
                                minutes_done: number;
                                /** @description stays that weren't planned */
                                unplanned: number;
                                longest_gap_minutes: number | null;
                                every_minutes: number;
                                radius_metres: number | null;
                            }[];
                            units: {
                                unit_id: number;
                                callsign: string;
                                planned: number;
                                /** @description made in full, late ones included */
                                done: number;
                                /** @description of done: begun more than 10 min late */
                                late: number;
                                short: number;
                                missed: number;
                                /** @description no fix tells whether */
                                unknown: number;
                                /** @description of those that weren't made in full: the unit was on a call then */
                                on_call: number;
                                minutes_planned: number;
                                /** @description stays that weren't planned included */
                                minutes_done: number;
                                share: number | null;
                                on_call_minutes: number;
                                /** @description by the log; its track isn't read then */
                                off_duty_minutes: number;
                                /** @description on duty, in silences of more than three minutes, and where the log doesn't say whether it was */
                                without_fix_minutes: number;
                            }[];
                            visits: {
                                stop: string;
                                unit_id: number;
                                /** Format: date-time */
                                arrive: string;
                                /** Format: date-time */
                                leave: string;
                                done: "done" | "short" | "late" | "missed" | "unknown";
                                /** Format: date-time */
                                arrived?: string;
                                /** Format: date-time */
                                left?: string;
                                /** @description that it stayed */
                                minutes?: number;
                                /** @description below 0: early */
                                late_minutes?: number;
                                /** @description not made in full, and the unit was on a call then */
                                on_call: boolean;
                            }[];
                            notes: {
                                zh: string;
                                en: string;
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
    "/api/deployment/plans/{id}/after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A duty day: planned against real
         * @description Who stood at their posts, by tracks of units on duty; how soon somebody was there, by the plan and as logged. Units and incidents of your stations. That units' tracks were looked at is audited.
         */
        get: {
            parameters: {
                query: {
                    day: string;
                };
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
                            plan: {
                                id: number;
                                name: string;
                            };
                            /** Format: date */
                            day: string;
                            shift: string | null;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** @description no: the shift is still running, and everything is of its hours until now */
                            complete: boolean;
                            posts: {
                                site: string;
                                name: string;
                                longitude: number;
                                latitude: number;
                                unit_id: number | null;
                                callsign: string | null;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                on_post: number;
                                on_call: number;
                                away: number;
                                unknown: number;
                                /** @description part of away: off duty by the log */
                                off_duty: number;
                                first_there: string | null;
                                last_there: string | null;
                            }[];
                            incidents: {
                                all: number;
                                /** @description with an arrival in the log */
                                reached: number;
                                /** @description not among all: in none of the plan's cells */
                                elsewhere: number;
                                planned: {
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                };
                                /** @description of the same incidents as real */
                                planned_of_reached: {
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                };
                                real: {
                                    share: number | null;
                                    mean_seconds: number | null;
                                    ninetieth_seconds: number | null;
                                };
                                /** @description 200 at most, oldest first */
                                each: {
                                    id: number;
                                    longitude: number;
                                    latitude: number;
                                    /** Format: date-time */
                                    received_at: string;
                                    planned_seconds: number | null;
                                    real_seconds: number | null;
                                    limit_seconds: number;
                                }[];
                            };
                            notes: {
                                zh: string;
                                en: string;
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
    "/api/deployment/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay unseen weeks through dispatch under each plan
         * @description Crews that are out can't be sent, calls wait. Answers with the figures when they are there within wait_ms; otherwise ask again by id.
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
                        run_id?: string;
                        plan_id?: number;
                        /** @description which plan of a run by shifts */
                        of_shift?: string;
                        /** @description posts that are moved by hand, one after the other */
                        moves?: {
                            /** @description id of a site of the plan */
                            from: string;
                            /** @description id of a candidate site; or a point instead */
                            to?: string;
                            /** @description longitude, latitude in degrees */
                            point?: [
                                number,
                                number
                            ];
                        }[];
                        /** @description other weeks to judge by than those that were held out; none that the plan has seen */
                        judge?: {
                            from: string;
                            to: string;
                        };
                        /** @description 100 unless told */
                        replications?: number;
                        /** @description 1 unless told; the same gives the same answer */
                        seed?: number;
                        /** @description 300 unless told */
                        wait_ms?: number;
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
                            id: string;
                            /** @description running, done, nothing (to replay, and why), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                /** @description replications */
                                done: number;
                                total: number;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            seconds?: number;
                            result?: {
                                /** @description the whole local weeks that were replayed */
                                judge: {
                                    from: string;
                                    to: string;
                                };
                                weeks: number;
                                /** @description in these weeks */
                                calls: number;
                                replications: number;
                                seed: number;
                                handling: {
                                    /** @description what calls without a logged handling time take: as others of their kind did in weeks that the plan was built on, or as assumed */
                                    is: string;
                                    /** @description share of the calls whose handling time is logged */
                                    logged: number;
                                    /** @description of the measured, or as assumed */
                                    mean_seconds: number;
                                };
                                /** @description today first, where anybody stands anywhere; difference: to the first of the list, replication by replication on the same calls */
                                plans: {
                                    id: "today" | "proposal" | "what_if";
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description share: of all calls, answered within the minutes allowed, waiting included; mean, ninetieth: seconds from call to arrival; wait: seconds until a crew set out; queued, unanswered: shares of all calls that had to wait, and that no crew could ever come to */
                                    figures: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    };
                                    difference: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    crews: {
                                        site: string;
                                        load: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        calls_a_week: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    }[];
                                }[];
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
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
    "/api/deployment/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation: its progress or its figures */
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
                            id: string;
                            /** @description running, done, nothing (to replay, and why), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                /** @description replications */
                                done: number;
                                total: number;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            seconds?: number;
                            result?: {
                                /** @description the whole local weeks that were replayed */
                                judge: {
                                    from: string;
                                    to: string;
                                };
                                weeks: number;
                                /** @description in these weeks */
                                calls: number;
                                replications: number;
                                seed: number;
                                handling: {
                                    /** @description what calls without a logged handling time take: as others of their kind did in weeks that the plan was built on, or as assumed */
                                    is: string;
                                    /** @description share of the calls whose handling time is logged */
                                    logged: number;
                                    /** @description of the measured, or as assumed */
                                    mean_seconds: number;
                                };
                                /** @description today first, where anybody stands anywhere; difference: to the first of the list, replication by replication on the same calls */
                                plans: {
                                    id: "today" | "proposal" | "what_if";
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description share: of all calls, answered within the minutes allowed, waiting included; mean, ninetieth: seconds from call to arrival; wait: seconds until a crew set out; queued, unanswered: shares of all calls that had to wait, and that no crew could ever come to */
                                    figures: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    };
                                    difference: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    crews: {
                                        site: string;
                                        load: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        calls_a_week: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    }[];
                                }[];
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Cancel a simulation */
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
                            id: string;
                            /** @description running, done, nothing (to replay, and why), cancelled, failed */
                            state: string;
                            progress?: {
                                phase: string;
                                /** @description replications */
                                done: number;
                                total: number;
                            };
                            why?: {
                                zh: string;
                                en: string;
                            };
                            detail?: string;
                            seconds?: number;
                            result?: {
                                /** @description the whole local weeks that were replayed */
                                judge: {
                                    from: string;
                                    to: string;
                                };
                                weeks: number;
                                /** @description in these weeks */
                                calls: number;
                                replications: number;
                                seed: number;
                                handling: {
                                    /** @description what calls without a logged handling time take: as others of their kind did in weeks that the plan was built on, or as assumed */
                                    is: string;
                                    /** @description share of the calls whose handling time is logged */
                                    logged: number;
                                    /** @description of the measured, or as assumed */
                                    mean_seconds: number;
                                };
                                /** @description today first, where anybody stands anywhere; difference: to the first of the list, replication by replication on the same calls */
                                plans: {
                                    id: "today" | "proposal" | "what_if";
                                    sites: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        longitude: number;
                                        latitude: number;
                                        units: number;
                                    }[];
                                    /** @description share: of all calls, answered within the minutes allowed, waiting included; mean, ninetieth: seconds from call to arrival; wait: seconds until a crew set out; queued, unanswered: shares of all calls that had to wait, and that no crew could ever come to */
                                    figures: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    };
                                    difference: {
                                        share: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        mean: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        ninetieth: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        wait: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        queued: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        unanswered: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    } | null;
                                    crews: {
                                        site: string;
                                        load: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                        calls_a_week: {
                                            mean: number;
                                            low: number;
                                            high: number;
                                        } | null;
                                    }[];
                                }[];
                                notes: {
                                    zh: string;
                                    en: string;
                                }[];
                            };
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
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: string;
                    /** @description the last answer's `next` */
                    before?: string;
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
                            reports: {
                                id: number;
                                title: string;
                                language: string;
                                author: string;
                                /** Format: date-time */
                                created_at: string;
                                method: string;
                            }[];
                            next: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Save a finished run as a report
         * @description Question, selection, result, figures, limits and zones are frozen as they are now.
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
                        title: string;
                        question: {
                            [key: string]: unknown;
                        };
                        conclusions?: string;
                        run_id: string;
                        zone_ids?: number[];
                        /** @description a run of the method clock over the same selection */
                        clock_run_id?: string;
                        judgement_run_id?: string;
                        /** @description what the page shows, by its own names */
                        parts?: string[];
                        language: "zh" | "en";
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
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report whole */
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
                            title: string;
                            language: string;
                            author: string;
                            /** Format: date-time */
                            created_at: string;
                        } & {
                            [key: string]: unknown;
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
    "/api/reports/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A station's report about a day
         * @description Yesterday's unless told. Made every morning; made now where a past day has none.
         */
        get: {
            parameters: {
                query: {
                    /** @description id of a station in your scope */
                    station: string;
                    /** @description a local date that is over */
                    day?: string;
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
                            station: {
                                id: number;
                                name: string;
                                name_en: string | null;
                            };
                            /** Format: date */
                            day: string;
                            /** Format: date-time */
                            as_of: string;
                            incidents: {
                                [key: string]: unknown;
                            };
                            new_hot: unknown[];
                            repeat_addresses: unknown[];
                            zones: unknown[];
                            moved: unknown[];
                            notes: unknown[];
                        } & {
                            [key: string]: unknown;
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
    "/api/reports/daily/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days that a station has a report of, newest first */
        get: {
            parameters: {
                query: {
                    /** @description id of a station in your scope */
                    station: string;
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
                            days: string[];
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
    "/api/reports/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report's result as CSV */
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
                /** @description text/csv; charset=utf-8, who exported it when from where at its head */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv; charset=utf-8": string;
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
    "/api/analysis/runs/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished run's result as CSV */
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
                /** @description text/csv; charset=utf-8, who exported it when from where at its head */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv; charset=utf-8": string;
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
    "/api/reports/{id}.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report's result as GeoJSON */
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
                /** @description application/geo+json, who exported it when from where at its head */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": string;
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
    "/api/analysis/runs/{id}.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished run's result as GeoJSON */
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
                /** @description application/geo+json, who exported it when from where at its head */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": string;
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
    "/api/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report up to 10000 positions, as JSON or as lines of JSON (application/x-ndjson), with a gateway's key as Bearer or x-api-key. Answered once they are on disk */
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
                        fixes: {
                            unit: number | string;
                            at: string | number;
                            longitude: number;
                            latitude: number;
                            heading?: number | null;
                            speed_kmh?: number | null;
                            accuracy_metres?: number | null;
                        }[];
                    } | {
                        unit: number | string;
                        at: string | number;
                        longitude: number;
                        latitude: number;
                        heading?: number | null;
                        speed_kmh?: number | null;
                        accuracy_metres?: number | null;
                    }[];
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
                            accepted: number;
                            duplicate: number;
                            out_of_order: number;
                            future: number;
                            impossible_speed: number;
                            off_duty: number;
                            unknown_unit: number;
                            invalid: number;
                            errors: {
                                pointer: string;
                                value: unknown;
                                detail: string;
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
