export interface paths {
    "/api/dispatches/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HistoryController_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HolidaysController_show"];
        put: operations["HolidaysController_settle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ChangesController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChangesController_review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory-changes/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ChangesController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DirectoryController_groups"];
        put?: never;
        post: operations["GroupsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GroupsController_one"];
        put: operations["GroupsController_change"];
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
        get: operations["SessionsController_show"];
        put?: never;
        post: operations["SessionsController_create"];
        delete: operations["SessionsController_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionsController_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiKeysController_index"];
        put?: never;
        post: operations["ApiKeysController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ApiKeysController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MandatesController_index"];
        put?: never;
        post: operations["MandatesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MandatesController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DirectoryController_agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DirectoryController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/address-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DirectoryController_trustAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agency-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KindsController_index"];
        put?: never;
        post: operations["KindsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agency-kinds/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["KindsController_change"];
        post?: never;
        delete: operations["KindsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AreasController_index"];
        put?: never;
        post: operations["AreasController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AreasController_one"];
        put: operations["AreasController_rename"];
        post?: never;
        delete: operations["AreasController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AreasController_end"];
        post?: never;
        delete: operations["AreasController_reopen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{id}/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AreasController_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{id}/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AreasController_takeOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identified-agency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IdentifiersController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IdentifiersController_index"];
        put?: never;
        post: operations["IdentifiersController_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/identifiers/{identifier}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IdentifiersController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/identifiers/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["IdentifiersController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispatchesController_index"];
        put?: never;
        post: operations["DispatchesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispatchesController_show"];
        put: operations["DispatchesController_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispatchesController_preflight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispatchesController_layout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DispatchesController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/submission/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DispatchesController_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DispatchesController_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DispatchesController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewController_layout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewController_reach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipient-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PreviewController_names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadingController_show"];
        put: operations["ReadingController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TemplatesController_index"];
        put?: never;
        post: operations["TemplatesController_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["TemplatesController_rename"];
        post?: never;
        delete: operations["TemplatesController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SigningBatchesController_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SigningBatchesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SigningBatchesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing-batches/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SigningBatchesController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/page-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PageCheckController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailLimitController_find"];
        put: operations["MailLimitController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunsController_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunsController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/pause/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunsController_goOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AgencyChannelsController_find"];
        put: operations["AgencyChannelsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyChannelsController_renewSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/webhook-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AgencyChannelsController_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyChannelsController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RecallsController_show"];
        put?: never;
        post: operations["RecallsController_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/recall/replays/{recipient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RecallsController_tellAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acknowledgements/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceivingController_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refusals/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceivingController_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceivingController_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recall-answers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceivingController_answerRecall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["InboxController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["InboxController_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IssuingController_number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/issuance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IssuingController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IssuingController_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/record-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IssuingController_recordCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TrackingController_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TrackingController_recipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TrackingController_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/punctuality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TrackingController_punctuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/recipients.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportsController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/recipients.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportsController_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportsController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EvidenceController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegisterController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegisterController_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegisterController_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminder-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_steps"];
        put?: never;
        post: operations["PolicyController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminder-steps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["PolicyController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/escalation-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/escalation-contacts/{rung}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PolicyController_setContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CallsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/telephone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["CallsController_setTelephone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CallsController_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OfficeController_listHeads"];
        put?: never;
        post: operations["OfficeController_openHead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/heads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["OfficeController_withdrawHead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OfficeController_listUnits"];
        put?: never;
        post: operations["OfficeController_addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["OfficeController_renameUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OfficeController_endUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsController_find"];
        put: operations["SettingsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleController_index"];
        put?: never;
        post: operations["PeopleController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleController_show"];
        put: operations["PeopleController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-in-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PeopleController_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleController_preview"];
        put?: never;
        post: operations["PeopleController_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PersonalDataController_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-data/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PersonalDataController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-data/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PersonalDataController_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-data/extracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PersonalDataController_extract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-data/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PersonalDataController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        HistoryFilter: {
            /**
             * @default all
             * @enum {string}
             */
            kind: "all" | "acts" | "readings";
            /** @default 1 */
            page: number;
        };
        History: {
            items: {
                position: number;
                hash: string;
                /** Format: date-time */
                at: string;
                verb: string;
                account: string | null;
                name: string | null;
                post: string | null;
                address: string | null;
                isErased: boolean;
                recipient: string | null;
                details: {
                    [key: string]: unknown;
                };
            }[];
            total: number;
            head: {
                position: number;
                hash: string;
            };
        };
        Calendar: {
            year: number;
            isSettled: boolean;
            days: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                kind: "holiday" | "working";
                name: string;
            }[];
        };
        SettleYear: {
            days: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                kind: "holiday" | "working";
                name: string;
            }[];
        };
        ProposedChange: {
            /** Format: uuid */
            id: string;
        };
        DirectoryReview: {
            /** Format: uuid */
            id: string;
            title: string;
            basis: string | null;
            notes: string[];
            seal: string;
            newKinds: {
                code: string;
                name: string;
            }[];
            newAreas: string[];
            effects: {
                line: number;
                code: string;
                name: string;
                /** @enum {string} */
                effect: "new" | "changed" | "ended" | "unchanged";
                changes: {
                    field: string;
                    from: string | null;
                    to: string | null;
                }[];
            }[];
            days: {
                before: string;
                after: string;
            };
            kinds: {
                name: string;
                before: number;
                after: number;
                groupId?: string;
            }[];
            groups: {
                name: string;
                before: number;
                after: number;
                groupId?: string;
            }[];
            touched: {
                drafts: {
                    /** Format: uuid */
                    id: string;
                    abstract: string;
                    text: string;
                }[];
                open: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    symbol: string;
                    waiting: number;
                }[];
                people: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    accounts: number;
                }[];
            };
        };
        Confirmation: {
            seal: string;
            addKinds: string[];
            addAreas: string[];
        };
        GroupDraft: {
            name: string;
            kinds: string[];
            codes: string[];
        };
        SavedGroup: {
            /** Format: uuid */
            id: string;
        };
        AsOf: {
            /** Format: date */
            asOf?: string;
            /** @default 1 */
            page: number;
        };
        GroupMembers: {
            /** Format: uuid */
            id: string;
            name: string;
            kinds: string[];
            codes: string[];
            asOf: string;
            members: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            }[];
            total: number;
            turns: {
                day: string;
                members: number;
            }[];
        };
        SignIn: {
            /** @example vanthu */
            username: string;
            password: string;
            code?: string;
        };
        Account: {
            username: string;
            fullName: string;
            post: string;
            roles: ("drafter" | "signer" | "clerk" | "leader" | "administrator" | "recipient")[];
            office: {
                code: string;
                name: string;
            };
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            how: "password" | "passkey" | "openid";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            expiresAt: string;
            device: string;
            address: string;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            hint: string;
            scopes: ("read" | "draft" | "issue" | "directory")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            usedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
        };
        NewApiKey: {
            /** @example Phần mềm một cửa */
            name: string;
            scopes: ("read" | "draft" | "issue" | "directory")[];
            /** @default 90 */
            days: number;
        };
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            hint: string;
            scopes: ("read" | "draft" | "issue" | "directory")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            usedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            key: string;
        };
        Mandate: {
            /** Format: uuid */
            id: string;
            account: {
                username: string;
                fullName: string;
                post: string;
            };
            authority: string[];
            /** @enum {string|null} */
            capacity: "TM." | "Q." | "KT." | "TL." | "TUQ." | null;
            /** Format: uuid */
            grantedFromId: string | null;
            documentTypes: string[];
            units: string[];
            basis: string | null;
            validFrom: string;
            validTo: string | null;
        };
        GrantMandate: {
            /** Format: uuid */
            accountId: string;
            /** @enum {string} */
            capacity: "head" | "TM." | "Q." | "KT." | "TL." | "TUQ.";
            /**
             * Format: uuid
             * @default null
             */
            grantedFromId: string | null;
            /** @example GIÁM ĐỐC */
            onBehalfOf?: string | null;
            /** @example PHÓ GIÁM ĐỐC */
            post: string;
            documentTypes: ("cong-van" | "thong-bao" | "ke-hoach" | "bao-cao" | "to-trinh" | "giay-moi" | "cong-dien" | "quyet-dinh")[];
            units: string[];
            basis?: string | null;
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
        };
        EndMandate: {
            /** Format: date */
            lastDay: string;
            reason: string;
        };
        AgencyFilter: {
            kind?: string;
            q?: string;
            doubtful?: string;
            /** @default 1 */
            page: number;
        };
        AgencyPage: {
            items: components["schemas"]["Agency"][];
            total: number;
        };
        Agency: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            kind: string;
            validFrom: string;
            validTo: string | null;
            email: string | null;
            telephone: string | null;
            addressFailure: {
                words: string;
                /** Format: date-time */
                failedAt: string;
            } | null;
        };
        Group: {
            /** Format: uuid */
            id: string;
            name: string;
            kinds: string[];
        };
        ImportResult: {
            created: number;
            updated: number;
            notes: string[];
        };
        AgencyKinds: components["schemas"]["AgencyKind"][];
        AgencyKind: {
            code: string;
            name: string;
            validFrom: string | null;
            validTo: string | null;
            agencies: number;
            formerNames: {
                name: string;
                validTo: string;
            }[];
            nextName: string | null;
        };
        AddKind: {
            name: string;
            /** Format: date */
            validFrom?: string;
            /** Format: date */
            validTo?: string;
            after?: string;
            code?: string;
        };
        KeptKind: {
            code: string;
        };
        ChangeKind: {
            name: string;
            /** Format: date */
            validFrom?: string;
            /** Format: date */
            validTo?: string;
            after?: string;
            /** Format: date */
            nameFrom?: string;
        };
        Areas: {
            /** Format: uuid */
            id: string;
            name: string;
            validTo: string | null;
            agencies: number;
        }[];
        Area: {
            /** Format: uuid */
            id: string;
            name: string;
            validTo: string | null;
            total: number;
            members: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                validFrom: string;
                validTo: string | null;
            }[];
        };
        AreaDraft: {
            name: string;
        };
        KeptArea: {
            /** Format: uuid */
            id: string;
        };
        EndArea: {
            /** Format: date */
            from: string;
        };
        AreaMove: {
            codes: string[];
            /** Format: date */
            from: string;
            withBelow: boolean;
        };
        Identified: {
            /** @enum {string} */
            scheme: "organisation" | "former" | "unit" | "other";
            agency: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                kind: string;
            };
        };
        Identifier: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            scheme: "organisation" | "former" | "unit" | "other";
            code: string;
            validFrom: string;
            validTo: string | null;
        };
        IdentifierDraft: {
            /** @enum {string} */
            scheme: "organisation" | "former" | "unit" | "other";
            code: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
        };
        KeptIdentifier: {
            /** Format: uuid */
            id: string;
        };
        IdentifierEnd: {
            /** Format: date */
            validTo: string;
        };
        ImportedDraft: {
            draft: {
                [key: string]: unknown;
            };
            found: string[];
            left: string[];
            dropped: string[];
        };
        DispatchFilter: {
            /** @enum {string} */
            state?: "draft" | "submitted" | "returned" | "signed" | "issued";
            q?: string;
            /** @default 1 */
            page: number;
        };
        DispatchPage: {
            items: components["schemas"]["DispatchSummary"][];
            total: number;
        };
        DispatchSummary: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "cong-van" | "thong-bao" | "ke-hoach" | "bao-cao" | "to-trinh" | "giay-moi" | "cong-dien" | "quyet-dinh";
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "signed" | "issued";
            number: number | null;
            symbol: string;
            issuedOn: string | null;
            abstract: string;
            /** @enum {string} */
            urgency: "normal" | "urgent" | "very-urgent" | "express";
            /** @enum {string} */
            reading: "office" | "restricted";
        };
        Saving: {
            automatic?: string;
        };
        DraftDispatch: {
            /**
             * @default cong-van
             * @enum {string}
             */
            type: "cong-van" | "thong-bao" | "ke-hoach" | "bao-cao" | "to-trinh" | "giay-moi" | "cong-dien" | "quyet-dinh";
            abstract: string;
            /** @example STTTT-CNTT-VT */
            symbol: string;
            /**
             * @default normal
             * @enum {string}
             */
            urgency: "normal" | "urgent" | "very-urgent" | "express";
            secrecy?: string;
            /** @enum {string} */
            circulation?: "return-after-reading" | "internal";
            addressees: components["schemas"]["Line"][];
            legalBases: string[];
            body: string;
            copies: components["schemas"]["Line"][];
            annexes: components["schemas"]["Annex"][];
            /** @example PL.(300) */
            typistMark?: string;
            /** Format: uuid */
            mandateId?: string;
            /** @enum {string} */
            reading?: "office" | "restricted";
            readers: string[];
            /** Format: uuid */
            formerId?: string;
            /** @enum {string} */
            relation?: "replaces" | "corrects";
            revision?: number;
        };
        Line: {
            /** @example Như trên */
            text: string;
            to?: string;
            /** @enum {string} */
            purpose?: "act" | "know" | "file";
            acknowledgeBy?: string;
            replyBy?: string;
        };
        Annex: {
            title: string;
            body: string;
        };
        Dispatch: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "cong-van" | "thong-bao" | "ke-hoach" | "bao-cao" | "to-trinh" | "giay-moi" | "cong-dien" | "quyet-dinh";
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "signed" | "issued";
            number: number | null;
            symbol: string;
            issuedOn: string | null;
            abstract: string;
            body: string;
            /** @enum {string} */
            urgency: "normal" | "urgent" | "very-urgent" | "express";
            /** @enum {string|null} */
            circulation: "return-after-reading" | "internal" | null;
            /** @enum {string} */
            reading: "office" | "restricted";
            legalBases: string[];
            typistMark: string | null;
            /** Format: uuid */
            mandateId: string | null;
            /** Format: uuid */
            formerId: string | null;
            /** @enum {string|null} */
            relation: "replaces" | "corrects" | null;
            revision: number;
            lines: {
                /** @enum {string|null} */
                purpose: "act" | "know" | "file" | null;
                /** Format: date-time */
                acknowledgeBy: string | null;
                /** Format: date-time */
                replyBy: string | null;
                /** @enum {string} */
                section: "addressee" | "copy";
                text: string;
                /** @enum {string} */
                target: "group" | "agency" | "person" | "reference" | "archive";
            }[];
            annexes: {
                title: string;
                body: string;
            }[];
        };
        Preflight: {
            recipients: number;
            unreachable: {
                code: string;
                name: string;
            }[];
            findings: {
                /** @enum {string} */
                severity: "error" | "warning";
                message: string;
            }[];
        };
        LayoutFinding: {
            /** @enum {string} */
            severity: "error" | "warning" | "repaired";
            rule: string;
            clause: string;
            place: string;
            message: string;
            remedy: string;
        };
        ReturnReason: {
            reason: string;
        };
        /** @default {} */
        SignOne: {
            contentSha256?: string;
        };
        DraftLines: {
            addressees: components["schemas"]["Line"][];
            copies: components["schemas"]["Line"][];
        };
        Reach: {
            recipients: number;
            unreachable: {
                code: string;
                name: string;
            }[];
            lines: {
                /** @enum {string|null} */
                purpose: "act" | "know" | "file" | null;
                /** Format: date-time */
                acknowledgeBy: string | null;
                /** Format: date-time */
                replyBy: string | null;
                /** @enum {string} */
                section: "addressee" | "copy";
                text: string;
                /** @enum {string} */
                target: "group" | "agency" | "person" | "reference" | "archive" | "unknown" | "ambiguous";
                namesakes: string[];
                agencies: number;
                again: number;
            }[];
        };
        NameQuery: {
            /** @default  */
            q: string;
        };
        KnownName: {
            name: string;
            /** @enum {string} */
            kind: "group" | "agency";
            agencies: number;
            unreachable: number;
        };
        Reading: {
            /** @enum {string} */
            reading: "office" | "restricted";
            unit: string | null;
            readers: {
                /** Format: uuid */
                id: string;
                fullName: string;
                post: string;
                /** @enum {string} */
                because: "drafter" | "signatory" | "unit" | "clerk" | "named";
            }[];
            formerReaders: {
                fullName: string;
                post: string;
                /** Format: date-time */
                lastReadAt: string;
            }[];
            nameable: {
                /** Format: uuid */
                id: string;
                fullName: string;
                post: string;
            }[];
            mayChange: boolean;
        };
        SetReading: {
            /** @enum {string} */
            reading: "office" | "restricted";
            readers: string[];
        };
        Template: {
            /** Format: uuid */
            id: string;
            name: string;
            draft: {
                [key: string]: unknown;
            };
        };
        NewTemplate: {
            /** @example Giấy mời họp giao ban */
            name: string;
            /** Format: uuid */
            from: string;
        };
        TemplateName: {
            /** @example Giấy mời họp giao ban */
            name: string;
        };
        WaitingForSignature: {
            dispatch: components["schemas"]["DispatchSummary"];
            contentSha256: string;
            /** Format: date-time */
            submittedAt: string;
            problem: string | null;
        };
        SignBatch: {
            /** Format: uuid */
            id: string;
            items: components["schemas"]["ReadDispatch"][];
        };
        ReadDispatch: {
            /** Format: uuid */
            dispatchId: string;
            contentSha256: string;
        };
        SigningBatch: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "running" | "stopped" | "done";
            stoppedBecause: string | null;
            /** Format: date-time */
            requestedAt: string;
            items: {
                /** Format: uuid */
                dispatchId: string;
                contentSha256: string;
                /** @enum {string} */
                state: "waiting" | "signed" | "refused";
                refusal: string | null;
                /** Format: date-time */
                settledAt: string | null;
            }[];
        };
        PageCheck: {
            name: string;
            pages: number;
            notJudged?: string;
            read: components["schemas"]["ReadPart"][];
            findings: components["schemas"]["PageFinding"][];
            unjudged: string[];
        };
        ReadPart: {
            label: string;
            value: string;
            page: number;
        };
        PageFinding: {
            /** @enum {string} */
            severity: "error" | "warning" | "repaired";
            rule: string;
            clause: string;
            place: string;
            page?: number;
            quote?: string;
            message: string;
            remedy: string;
            others: number;
        };
        MailLimit: {
            server: string;
            perMinute: number | null;
        };
        SetMailLimit: {
            perMinute?: "" | (null) | number;
        };
        Resend: {
            /** Format: uuid */
            recipientId?: string;
            address?: string;
            inDirectory?: boolean | string;
        };
        Resent: {
            recipients: number;
        };
        AgencyChannels: {
            channels: ("email" | "webhook")[];
            email: string | null;
            webhookUrl: string | null;
            secret: string | null;
        };
        SetChannels: {
            channels: ("email" | "webhook")[];
            /**
             * Format: uri
             * @default null
             */
            webhookUrl: string | null;
        };
        WebhookAttempt: {
            /** @enum {string} */
            event: "dispatch.issued" | "dispatch.recalled";
            /** Format: uuid */
            deliveryId: string;
            /** Format: uuid */
            dispatchId: string;
            /** Format: uuid */
            recipientId: string;
            reference: string;
            number: number;
            url: string;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            outcome: "accepted" | "temporary" | "permanent";
            replyCode: number | null;
            reply: string;
            reason: string;
        };
        Replay: {
            /** @enum {string} */
            outcome: "accepted" | "temporary" | "permanent";
            replyCode: number | null;
            reply: string;
        };
        Recalls: {
            recalls: {
                /** Format: uuid */
                id: string;
                isWhole: boolean;
                reason: string;
                basis: string;
                /** Format: date-time */
                recalledAt: string;
                recalledBy: string;
            }[];
            counts: {
                total: number;
                underWay: number;
                cancelled: number;
                unanswered: number;
                agreed: number;
                removed: number;
                refused: number;
            };
        };
        RecallDispatch: {
            reason: string;
            /** @example Ý kiến của Giám đốc Sở ngày 24/11/2026 */
            basis: string;
            /** Format: uuid */
            recipientId?: string;
        };
        Acknowledge: {
            /** @example Nguyễn Văn An */
            name: string;
            /** @example Văn thư */
            post: string;
            /** Format: uuid */
            agencyId?: string;
        };
        Acknowledgement: {
            recipient: string;
            /** Format: date-time */
            acknowledgedAt: string;
            fileSha256: string;
            name: string | null;
            post: string | null;
        };
        Refuse: {
            /** @example Nguyễn Văn An */
            name: string;
            /** @example Văn thư */
            post: string;
            /** @enum {string} */
            reason: "wrong-addressee" | "unreadable-file" | "invalid-signature" | "duplicate" | "other";
            note?: string;
        };
        Refusal: {
            recipient: string;
            /** Format: date-time */
            refusedAt: string;
            /** @enum {string} */
            reason: "wrong-addressee" | "unreadable-file" | "invalid-signature" | "duplicate" | "other";
        };
        Report: {
            /** @example Nguyễn Văn An */
            name: string;
            /** @example Văn thư */
            post: string;
            status: 4 | 5 | 6;
            note?: string;
            /** @example 12/UBND-VX */
            reference?: string;
            /** Format: date */
            dated?: string;
            /** Format: binary */
            file?: string;
        };
        ExchangeStatus: {
            recipient: string;
            status: number;
            /** Format: date-time */
            repliedAt: string | null;
        };
        AnswerRecall: {
            /** @enum {string} */
            answer: "agreed" | "refused" | "removed";
            isRemoved?: boolean | string;
            /** @example Nguyễn Văn An */
            name: string;
            /** @example Văn thư */
            post: string;
            note?: string;
        };
        RecallAnswer: {
            recipient: string;
            status: 13 | 15 | 16;
            isRemoved: boolean;
        };
        Inbox: {
            items: components["schemas"]["InboxItem"][];
            total: number;
            page: number;
            pageSize: number;
        };
        InboxItem: {
            /** Format: uuid */
            id: string;
            /** @example 1105/STTTT-BCVT */
            reference: string;
            subject: string;
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** @enum {string|null} */
            purpose: "act" | "know" | "file" | null;
            /** Format: date-time */
            replyBy: string | null;
            /** @enum {string|null} */
            reply: "owed" | "late" | "given" | null;
            /** Format: date-time */
            acknowledgeBy: string;
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @enum {string} */
            state: "open" | "late" | "acknowledged" | "refused" | "withdrawn";
        };
        AcknowledgedMany: {
            acknowledged: number;
        };
        IssuedDispatch: components["schemas"]["DispatchSummary"];
        IssueDispatch: {
            withoutAddress?: boolean | string;
        };
        RecordCopy: {
            /** @enum {string} */
            state: "none" | "waiting" | "archived";
            attempts: number;
            /** Format: date-time */
            dueAt: string | null;
            problem: string | null;
            deliveredSha256: string | null;
            fileSha256: string | null;
            /** Format: date-time */
            archivedAt: string | null;
        };
        Progress: {
            total: {
                acknowledged: number;
                delivered: number;
                waiting: number;
                refused: number;
                failed: number;
                unreachable: number;
                withdrawn: number;
                late: number;
                punctual: number;
                total: number;
            };
            kinds: {
                kind: string;
                name: string;
                counts: {
                    acknowledged: number;
                    delivered: number;
                    waiting: number;
                    refused: number;
                    failed: number;
                    unreachable: number;
                    withdrawn: number;
                    late: number;
                    punctual: number;
                    total: number;
                };
            }[];
            districts: {
                /** Format: uuid */
                id: string;
                name: string;
                total: number;
                acknowledged: number;
                late: number;
            }[];
            areas: {
                /** Format: uuid */
                id: string;
                name: string;
                total: number;
                acknowledged: number;
                late: number;
            }[];
            purposes: {
                /** @enum {string} */
                purpose: "act" | "know" | "file";
                total: number;
            }[];
            replies: {
                wanted: number;
                given: number;
                late: number;
                /** Format: date-time */
                replyBy: string | null;
            };
            pauseReason: string | null;
            /** Format: date-time */
            issuedAt: string | null;
            /** Format: date-time */
            acknowledgeBy: string | null;
            curve: {
                minutes: number;
                acknowledged: number;
            }[];
            median: number | null;
            ninetieth: number | null;
        };
        RecipientFilter: {
            /** @enum {string} */
            state?: "acknowledged" | "delivered" | "waiting" | "refused" | "failed" | "unreachable" | "withdrawn";
            kind?: string;
            /** Format: uuid */
            district?: string;
            /** Format: uuid */
            area?: string;
            /** @enum {string} */
            purpose?: "act" | "know" | "file";
            /** @enum {string} */
            reply?: "owed" | "late" | "given";
            late?: string;
            q?: string;
            /** @default 1 */
            page: number;
        };
        RecipientPage: {
            items: components["schemas"]["Recipient"][];
            total: number;
        };
        Recipient: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            kind: string;
            lines: string[];
            address: string | null;
            /** @enum {string} */
            state: "acknowledged" | "delivered" | "waiting" | "refused" | "failed" | "unreachable" | "withdrawn";
            late: boolean;
            /** @enum {string|null} */
            purpose: "act" | "know" | "file" | null;
            /** Format: date-time */
            replyBy: string | null;
            /** @enum {string|null} */
            reply: "owed" | "late" | "given" | null;
            /** Format: date-time */
            acknowledgeBy: string;
            /** Format: date-time */
            acknowledgedAt: string | null;
            lastReply: string | null;
            reason: string | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
        };
        Board: {
            /** Format: uuid */
            id: string;
            number: number;
            symbol: string;
            type: string;
            issuedOn: string;
            abstract: string;
            urgency: string;
            counts: {
                acknowledged: number;
                delivered: number;
                waiting: number;
                refused: number;
                failed: number;
                unreachable: number;
                withdrawn: number;
                late: number;
                punctual: number;
                total: number;
            };
            replies: {
                wanted: number;
                given: number;
                late: number;
            };
        }[];
        Punctuality: {
            weeks: {
                /** Format: date */
                week: string;
                dispatches: number;
                total: number;
                punctual: number;
                tardy: number;
                late: number;
                open: number;
                median: number | null;
                ninetieth: number | null;
                replies: {
                    total: number;
                    punctual: number;
                    tardy: number;
                    late: number;
                    open: number;
                };
            }[];
            median: number | null;
            ninetieth: number | null;
            agencies: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
                owed: number;
                late: number;
            }[];
            kinds: {
                kind: string;
                name: string;
                owed: number;
                late: number;
            }[];
            areas: {
                /** Format: uuid */
                id: string;
                name: string;
                owed: number;
                late: number;
            }[];
            silent: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
                late: number;
            }[];
            urgent: {
                /** Format: uuid */
                id: string;
                number: number;
                symbol: string;
                type: string;
                issuedOn: string;
                abstract: string;
                urgency: string;
                counts: {
                    acknowledged: number;
                    delivered: number;
                    waiting: number;
                    refused: number;
                    failed: number;
                    unreachable: number;
                    withdrawn: number;
                    late: number;
                    punctual: number;
                    total: number;
                };
                replies: {
                    wanted: number;
                    given: number;
                    late: number;
                };
            }[];
        };
        RegisterPeriod: {
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        };
        Register: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            total: number;
            voided: number;
            items: {
                year: number;
                number: number;
                /** Format: date */
                dated: string;
                reference: string;
                subject: string;
                signer: string;
                sentTo: string;
                keptBy: string;
                copies: number | null;
                /** Format: date */
                sentOn: string | null;
                acknowledged: number;
                note: string;
                /** @enum {string} */
                fate: "issued" | "open" | "void";
                isWithheld: boolean;
                /** Format: uuid */
                dispatchId: string | null;
            }[];
            gaps: {
                year: number;
                first: number;
                last: number;
                /** @enum {string} */
                fate: "void" | "open" | "missing";
                reason: string;
            }[];
        };
        RegisterBook: {
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /**
             * @default A4
             * @enum {string}
             */
            sheet: "A4" | "A3";
        };
        ReminderStep: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            concerns: "acknowledgement" | "reply";
            /** @enum {string} */
            rung: "recipient" | "clerk" | "head" | "parent" | "telephone";
            amount: number;
            /** @enum {string} */
            unit: "minutes" | "hours" | "days";
            /** @enum {string} */
            counted: "working" | "clock";
        };
        NewReminderStep: {
            /**
             * @default acknowledgement
             * @enum {string}
             */
            concerns: "acknowledgement" | "reply";
            /** @enum {string} */
            rung: "recipient" | "clerk" | "head" | "parent" | "telephone";
            /** @example -2 */
            amount: number;
            /** @enum {string} */
            unit: "minutes" | "hours" | "days";
            /** @enum {string} */
            counted: "working" | "clock";
        };
        EscalationContacts: {
            clerk: {
                name: string;
                email: string;
            } | null;
            head: {
                name: string;
                email: string;
            } | null;
        };
        SetEscalationContact: {
            /** @enum {string} */
            name: "";
            /** @enum {string} */
            email: "";
        } | {
            name: string;
            email: string;
        };
        CallPage: {
            items: components["schemas"]["Call"][];
            total: number;
        };
        Call: {
            /** Format: uuid */
            recipientId: string;
            /** Format: uuid */
            agencyId: string;
            name: string;
            parentName: string | null;
            telephone: string | null;
            /** Format: uuid */
            dispatchId: string;
            reference: string;
            /** @enum {string} */
            concerns: "acknowledgement" | "reply";
            /** Format: date-time */
            deadline: string;
            isTold: boolean;
        };
        Telephone: {
            telephone: string;
        };
        Reminders: {
            owing: number;
            owingReplies: number;
            isPaused: boolean;
            past: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                concerns: "acknowledgement" | "reply";
                /** @enum {string} */
                rung: "recipient" | "clerk" | "head" | "parent" | "telephone";
                amount: number;
                /** @enum {string} */
                unit: "minutes" | "hours" | "days";
                /** @enum {string} */
                counted: "working" | "clock";
                /** Format: date-time */
                at: string;
                recipients: number;
                mails: number;
                sent: number;
                failed: number;
                dropped: number;
                to: string[];
            }[];
            next: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                concerns: "acknowledgement" | "reply";
                /** @enum {string} */
                rung: "recipient" | "clerk" | "head" | "parent" | "telephone";
                amount: number;
                /** @enum {string} */
                unit: "minutes" | "hours" | "days";
                /** @enum {string} */
                counted: "working" | "clock";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                deadline: string;
                recipients: number;
                isWithoutContact: boolean;
            }[];
        };
        Head: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            validFrom: string | null;
            name: string;
            parentBody: string | null;
            place: string;
            symbol: string;
            contact: string[];
            identifier: string | null;
            formerIdentifier: string | null;
        };
        NewHead: {
            /** Format: date */
            validFrom: string;
            /** @example Sở Khoa học và Công nghệ */
            name: string;
            parentBody?: string | null;
            /** @example Hưng Yên */
            place: string;
            contact: string[];
            /** @default null */
            identifier: string | null;
            /** @default null */
            formerIdentifier: string | null;
            /** @example SKHCN */
            symbol: string;
        };
        Unit: {
            /** Format: uuid */
            id: string;
            symbol: string;
            name: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string | null;
        };
        NewUnit: {
            /** @example CNTT-VT */
            symbol: string;
            /** @example Phòng Bưu chính - Viễn thông */
            name: string;
            /** Format: date */
            validFrom: string;
        };
        RenameUnit: {
            name: string;
        };
        EndUnit: {
            /** Format: date */
            lastDay: string;
        };
        OfficeSettings: {
            senderName: string | null;
            senderAddress: string | null;
            /** @enum {string|null} */
            numbering: "at-issue" | "before-signature" | null;
            /** @enum {string|null} */
            checkCode: "on" | "off" | null;
            inForce: {
                senderName: string;
                senderAddress: string;
                /** @enum {string} */
                numbering: "at-issue" | "before-signature";
                /** @enum {string} */
                checkCode: "on" | "off";
            };
        };
        SetOffice: {
            senderName?: string | null;
            /** @default null */
            senderAddress: string | null;
            /**
             * @default null
             * @enum {string|null}
             */
            numbering: "at-issue" | "before-signature" | null;
            /**
             * @default null
             * @enum {string|null}
             */
            checkCode: "on" | "off" | null;
        };
        People: {
            items: components["schemas"]["Person"][];
            total: number;
        };
        Person: {
            /** Format: uuid */
            id: string;
            username: string;
            fullName: string;
            post: string;
            roles: ("drafter" | "signer" | "clerk" | "leader" | "administrator")[];
            unit: {
                /** Format: uuid */
                id: string;
                symbol: string;
                name: string;
            } | null;
            email: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            signInEndedAt: string | null;
        };
        OpenPerson: {
            username: string;
            fullName: string;
            /** @example Chuyên viên */
            post: string;
            roles: ("drafter" | "signer" | "clerk" | "leader" | "administrator")[];
            /** Format: uuid */
            unitId?: string;
            email?: string;
            /** @enum {string} */
            way: "invitation" | "password";
        };
        OpenedPerson: {
            person: components["schemas"]["Person"];
            password: string | null;
        };
        ChangePerson: {
            fullName: string;
            /** @example Chuyên viên */
            post: string;
            roles: ("drafter" | "signer" | "clerk" | "leader" | "administrator")[];
            /** Format: uuid */
            unitId?: string;
            email?: string;
        };
        ResetSignIn: {
            /** @enum {string} */
            way: "invitation" | "password";
        };
        WhatIsLeft: {
            sessions: number;
            keys: number;
            passkeys: number;
            mandates: {
                /** Format: uuid */
                id: string;
                person: string;
                authority: string[];
            }[];
            resting: {
                /** Format: uuid */
                id: string;
                person: string;
                authority: string[];
            }[];
            drafts: {
                /** Format: uuid */
                id: string;
                name: string;
                isReadable: boolean;
            }[];
            forms: number;
            waiting: {
                /** Format: uuid */
                id: string;
                name: string;
                isReadable: boolean;
            }[];
            signed: {
                /** Format: uuid */
                id: string;
                name: string;
                isReadable: boolean;
            }[];
            contacts: string[];
            seal: string;
        };
        Leave: {
            seal: string;
            /** @example Nghỉ hưu theo Quyết định số 12/QĐ-STTTT */
            reason: string;
            /** Format: uuid */
            drafterId?: string;
            /** Format: uuid */
            mandateId?: string;
        };
        PersonalDataInventory: {
            holdings: {
                name: string;
                what: string;
                whose: ("office" | "agency" | "visitor")[];
                purpose: string;
                basis: string;
                kept: string;
                /** @enum {string|null} */
                period: "journalMonths" | "leftMonths" | "letterMonths" | "formMonths" | null;
                /** @enum {string} */
                erasure: "delete" | "replace" | "keep";
                staysBecause: string | null;
                rows: number | null;
                /** Format: date-time */
                oldest: string | null;
            }[];
            retention: components["schemas"]["Retention"];
        };
        Retention: {
            journalMonths: number | null;
            leftMonths: number | null;
            letterMonths: number | null;
            formMonths: number | null;
            carriedOutOn: string | null;
        };
        SetRetention: {
            journalMonths?: number;
            leftMonths?: number;
            letterMonths?: number;
            formMonths?: number;
        };
        Whom: {
            username?: string;
            name?: string;
            post?: string;
            email?: string;
            telephone?: string;
        };
        PersonalDataFound: {
            found: {
                name: string;
                what: string;
                whose: ("office" | "agency" | "visitor")[];
                purpose: string;
                basis: string;
                kept: string;
                /** @enum {string|null} */
                period: "journalMonths" | "leftMonths" | "letterMonths" | "formMonths" | null;
                /** @enum {string} */
                erasure: "delete" | "replace" | "keep";
                staysBecause: string | null;
                erasable: number;
                staying: number;
                /** Format: date-time */
                oldest: string | null;
            }[];
            inUse: boolean;
            seal: string;
        };
        ExtractOf: {
            username?: string;
            name?: string;
            post?: string;
            email?: string;
            telephone?: string;
            /** @example Đơn ngày 01/12/2026 */
            basis: string;
            /**
             * @default json
             * @enum {string}
             */
            format: "json" | "html";
        };
        EraseOf: {
            username?: string;
            name?: string;
            post?: string;
            email?: string;
            telephone?: string;
            /** @example Đơn ngày 01/12/2026 */
            basis: string;
            seal: string;
        };
        PersonalDataErased: {
            erased: {
                name: string;
                rows: number;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            requestId: string;
            errors?: {
                path: string;
                message: string;
            }[];
        };
    };
    responses: {
        Unreadable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "too-deep" | "about:blank";
                };
            };
        };
        SignInNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "enrol" | "new-password" | "second-factor" | "sign-in" | "sign-in-again";
                };
            };
        };
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "about:blank";
                };
            };
        };
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "about:blank";
                };
            };
        };
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "too-large" | "about:blank";
                };
            };
        };
        Unsupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "about:blank";
                };
            };
        };
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "invalid-input";
                };
            };
        };
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "too-many-tries";
                };
            };
        };
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    type: "file-damaged" | "store-refuses" | "store-unknown" | "about:blank";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HistoryController_index: {
        parameters: {
            query?: {
                kind?: "all" | "acts" | "readings";
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    HolidaysController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    HolidaysController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleYear"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ChangesController_propose: {
        parameters: {
            query?: {
                title?: string;
                basis?: string;
                rows?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedChange"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ChangesController_review: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryReview"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ChangesController_apply: {
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
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "area-not-added" | "directory-changed" | "kind-not-added";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DirectoryController_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    GroupsController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedGroup"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    GroupsController_one: {
        parameters: {
            query?: {
                asOf?: string;
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembers"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    GroupsController_change: {
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
                "application/json": components["schemas"]["GroupDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedGroup"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SessionsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SessionsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "enrol" | "new-password" | "second-factor" | "wrong-sign-in";
                    };
                };
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "second-factor-sealed";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "too-many-tries";
                    };
                };
            };
            default: components["responses"]["Failed"];
        };
    };
    SessionsController_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SessionsController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SessionsController_end: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ApiKeysController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ApiKeysController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ApiKeysController_revoke: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    MandatesController_index: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    MandatesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantMandate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    MandatesController_end: {
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
                "application/json": components["schemas"]["EndMandate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "mandate-ended";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DirectoryController_agencies: {
        parameters: {
            query?: {
                kind?: string;
                q?: string;
                doubtful?: string;
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyPage"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DirectoryController_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "encrypted-file" | "larger-than-scanner" | "not-scanned" | "not-text" | "unknown-file-type" | "virus";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DirectoryController_trustAddress: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    KindsController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyKinds"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    KindsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddKind"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptKind"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    KindsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeKind"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptKind"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    KindsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "kind-in-use";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Areas"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptArea"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_one: {
        parameters: {
            query?: {
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Area"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_rename: {
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
                "application/json": components["schemas"]["AreaDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptArea"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_remove: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "area-in-use";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_end: {
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
                "application/json": components["schemas"]["EndArea"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_reopen: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_place: {
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
                "application/json": components["schemas"]["AreaMove"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AreasController_takeOut: {
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
                "application/json": components["schemas"]["AreaMove"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IdentifiersController_find: {
        parameters: {
            query: {
                code: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identified"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "identifier-not-known";
                    };
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IdentifiersController_index: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identifier"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IdentifiersController_give: {
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
                "application/json": components["schemas"]["IdentifierDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptIdentifier"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IdentifiersController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                identifier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierEnd"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptIdentifier"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IdentifiersController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ImportController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedDraft"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "classified" | "encrypted-file" | "larger-than-scanner" | "not-scanned" | "not-text" | "unknown-file-type" | "virus";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_index: {
        parameters: {
            query?: {
                state?: "draft" | "submitted" | "returned" | "signed" | "issued";
                q?: string;
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchPage"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_create: {
        parameters: {
            query?: {
                automatic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDispatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "former-not-issued";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_show: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_update: {
        parameters: {
            query?: {
                automatic?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDispatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "edited-meanwhile" | "not-editable";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_preflight: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_layout: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutFinding"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "component-too-long" | "date-form" | "empty-component" | "font-unreadable" | "missing-glyph" | "number-form" | "page-not-made" | "table-too-wide";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_submit: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "already-submitted" | "component-too-long" | "date-form" | "edited-meanwhile" | "empty-component" | "font-unreadable" | "layout-check-failed" | "missing-glyph" | "number-form" | "page-not-made" | "preflight-failed" | "table-too-wide";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_takeBack: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-submitted" | "not-the-submitter" | "numbered-already";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_return: {
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
                "application/json": components["schemas"]["ReturnReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-on-this-desk" | "not-returnable";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    DispatchesController_sign: {
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
                "application/json": components["schemas"]["SignOne"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "component-too-long" | "date-form" | "edited-meanwhile" | "empty-component" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "font-unreadable" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "letterhead-changed" | "mandate-expired" | "mandate-not-yet-valid" | "mandate-unlimited" | "missing-glyph" | "no-signatory" | "not-numbered" | "not-prepared" | "not-signed-first" | "not-submitted" | "not-the-signatory" | "number-form" | "number-outdated" | "outside-mandate" | "page-not-made" | "placeholder-too-small" | "revocation-list-unreadable" | "revocation-unavailable" | "signatory-left" | "signature-mismatch" | "signing-service-refused" | "signing-service-unavailable" | "table-too-wide" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PreviewController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDispatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "component-too-long" | "date-form" | "empty-component" | "font-unreadable" | "missing-glyph" | "number-form" | "page-not-made" | "table-too-wide";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PreviewController_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDispatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutFinding"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "component-too-long" | "date-form" | "empty-component" | "font-unreadable" | "missing-glyph" | "number-form" | "page-not-made" | "table-too-wide";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PreviewController_reach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftLines"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reach"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PreviewController_names: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownName"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReadingController_show: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReadingController_set: {
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
                "application/json": components["schemas"]["SetReading"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "reading-not-yours";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TemplatesController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TemplatesController_keep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "restricted-template";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TemplatesController_rename: {
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
                "application/json": components["schemas"]["TemplateName"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TemplatesController_remove: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SigningBatchesController_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingForSignature"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SigningBatchesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignBatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningBatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "component-too-long" | "date-form" | "edited-meanwhile" | "empty-component" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "font-unreadable" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "letterhead-changed" | "mandate-expired" | "mandate-not-yet-valid" | "mandate-unlimited" | "missing-glyph" | "no-signatory" | "not-numbered" | "not-prepared" | "not-signed-first" | "not-submitted" | "not-the-signatory" | "number-form" | "number-outdated" | "outside-mandate" | "page-not-made" | "placeholder-too-small" | "restarting" | "revocation-list-unreadable" | "revocation-unavailable" | "signatory-left" | "signature-mismatch" | "signing-service-refused" | "signing-service-unavailable" | "table-too-wide" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SigningBatchesController_show: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningBatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SigningBatchesController_resume: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningBatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "component-too-long" | "date-form" | "edited-meanwhile" | "empty-component" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "font-unreadable" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "letterhead-changed" | "mandate-expired" | "mandate-not-yet-valid" | "mandate-unlimited" | "missing-glyph" | "no-signatory" | "not-numbered" | "not-prepared" | "not-signed-first" | "not-submitted" | "not-the-signatory" | "number-form" | "number-outdated" | "outside-mandate" | "page-not-made" | "placeholder-too-small" | "restarting" | "revocation-list-unreadable" | "revocation-unavailable" | "signatory-left" | "signature-mismatch" | "signing-service-refused" | "signing-service-unavailable" | "table-too-wide" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PageCheckController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageCheck"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "classified" | "encrypted-file" | "larger-than-scanner" | "not-scanned" | "not-text" | "unknown-file-type" | "virus";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-a-pdf" | "about:blank";
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "invalid-input" | "pdf-broken" | "pdf-locked" | "pdf-not-read" | "pdf-too-long";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    MailLimitController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailLimit"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    MailLimitController_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMailLimit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailLimit"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RunsController_resend: {
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
                "application/json": components["schemas"]["Resend"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resent"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-issued" | "recalled";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RunsController_pause: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-issued";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RunsController_goOn: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-issued";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AgencyChannelsController_find: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyChannels"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AgencyChannelsController_set: {
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
                "application/json": components["schemas"]["SetChannels"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyChannels"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AgencyChannelsController_renewSecret: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyChannels"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AgencyChannelsController_attempts: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAttempt"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    AgencyChannelsController_replay: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "nothing-to-replay";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RecallsController_show: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recalls"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RecallsController_recall: {
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
                "application/json": components["schemas"]["RecallDispatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recalls"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-issued";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RecallsController_tellAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                recipient: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "nothing-to-replay";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReceivingController_acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acknowledge"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledgement"];
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "not-the-successor" | "recalled";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReceivingController_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refuse"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "already-acknowledged" | "recalled";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReceivingController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
                "multipart/form-data": components["schemas"]["Report"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStatus"];
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "encrypted-file" | "larger-than-scanner" | "not-scanned" | "not-text" | "not-the-successor" | "recalled" | "unknown-file-type" | "virus";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ReceivingController_answerRecall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRecall"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallAnswer"];
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "already-agreed" | "not-recalled";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    InboxController_list: {
        parameters: {
            query?: {
                q?: string;
                state?: "open" | "late" | "reply" | "acknowledged" | "refused";
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "agency-ended";
                    };
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    InboxController_acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipients: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcknowledgedMany"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "agency-ended" | "not-the-successor" | "recalled";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IssuingController_number: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDispatch"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "component-too-long" | "date-form" | "empty-component" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "font-unreadable" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "missing-glyph" | "not-prepared" | "not-signed-first" | "not-submitted" | "number-form" | "numbered-at-issue" | "page-not-made" | "placeholder-too-small" | "preflight-failed" | "revocation-list-unreadable" | "revocation-unavailable" | "signature-mismatch" | "signing-service-refused" | "signing-service-unavailable" | "table-too-wide" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IssuingController_create: {
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
                "application/json": components["schemas"]["IssueDispatch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDispatch"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "changed-after-signature" | "component-too-long" | "date-form" | "empty-component" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "font-unreadable" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "letterhead-changed" | "missing-glyph" | "not-prepared" | "not-signed" | "not-signed-first" | "number-form" | "page-not-made" | "placeholder-too-small" | "preflight-failed" | "recipients-without-address" | "revocation-list-unreadable" | "revocation-unavailable" | "signature-mismatch" | "signed-last-year" | "signing-service-refused" | "signing-service-unavailable" | "table-too-wide" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IssuingController_document: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "component-too-long" | "date-form" | "empty-component" | "font-unreadable" | "missing-glyph" | "number-form" | "page-not-made" | "table-too-wide";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    IssuingController_recordCopy: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordCopy"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TrackingController_progress: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TrackingController_recipients: {
        parameters: {
            query?: {
                state?: "acknowledged" | "delivered" | "waiting" | "refused" | "failed" | "unreachable" | "withdrawn";
                kind?: string;
                district?: string;
                area?: string;
                purpose?: "act" | "know" | "file";
                reply?: "owed" | "late" | "given";
                late?: string;
                q?: string;
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientPage"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TrackingController_board: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    TrackingController_punctuality: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Punctuality"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ExportsController_csv: {
        parameters: {
            query?: {
                state?: "acknowledged" | "delivered" | "waiting" | "refused" | "failed" | "unreachable" | "withdrawn";
                kind?: string;
                district?: string;
                area?: string;
                purpose?: "act" | "know" | "file";
                reply?: "owed" | "late" | "given";
                late?: string;
                q?: string;
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ExportsController_xlsx: {
        parameters: {
            query?: {
                state?: "acknowledged" | "delivered" | "waiting" | "refused" | "failed" | "unreachable" | "withdrawn";
                kind?: string;
                district?: string;
                area?: string;
                purpose?: "act" | "know" | "file";
                reply?: "owed" | "late" | "given";
                late?: string;
                q?: string;
                page?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    ExportsController_report: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "font-unreadable" | "not-issued";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    EvidenceController_download: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "bridge-changed-file" | "bridge-refused" | "certificate-expired" | "certificate-not-for-signing" | "certificate-not-yet-valid" | "certificate-of-another" | "certificate-revoked" | "certificate-unreadable" | "certificate-untrusted" | "encrypted-pdf" | "field-missing" | "field-taken" | "file-locked" | "glyph-missing" | "image-unreadable" | "key-refused" | "key-unreadable" | "key-unsupported" | "not-issued" | "not-prepared" | "not-signed-first" | "placeholder-too-small" | "revocation-list-unreadable" | "revocation-unavailable" | "signature-mismatch" | "signing-service-refused" | "signing-service-unavailable" | "timestamp-refused" | "timestamp-unavailable" | "timestamp-untrusted" | "unreadable-pdf" | "value-too-long";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RegisterController_show: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Register"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RegisterController_pdf: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                sheet?: "A4" | "A3";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    RegisterController_xlsx: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PolicyController_steps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderStep"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PolicyController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReminderStep"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderStep"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "step-exists";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PolicyController_end: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PolicyController_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationContacts"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PolicyController_setContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rung: "clerk" | "head";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetEscalationContact"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    CallsController_list: {
        parameters: {
            query?: {
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    CallsController_setTelephone: {
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
                "application/json": components["schemas"]["Telephone"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    CallsController_reminders: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_listHeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Head"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_openHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHead"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Head"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_withdrawHead: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "letterhead-begun";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_listUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"][];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_addUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_renameUnit: {
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
                "application/json": components["schemas"]["RenameUnit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    OfficeController_endUnit: {
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
                "application/json": components["schemas"]["EndUnit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "unit-in-use";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SettingsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSettings"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    SettingsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOffice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSettings"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_index: {
        parameters: {
            query: {
                q?: string;
                left: boolean;
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPerson"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedPerson"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_show: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_change: {
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
                "application/json": components["schemas"]["ChangePerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "last-administrator" | "last-clerk" | "person-left";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_reset: {
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
                "application/json": components["schemas"]["ResetSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedPerson"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "no-mail-address" | "person-left";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_preview: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIsLeft"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PeopleController_leave: {
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
                "application/json": components["schemas"]["Leave"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "last-administrator" | "last-clerk" | "left-meanwhile" | "own-account" | "person-left";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PersonalDataController_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataInventory"];
                };
            };
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PersonalDataController_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRetention"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PersonalDataController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Whom"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataFound"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PersonalDataController_extract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtractOf"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/html": unknown;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "nothing-held";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    PersonalDataController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseOf"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataErased"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        type: "held-meanwhile" | "nothing-to-erase" | "person-here";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
}
