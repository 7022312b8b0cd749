using System.Collections.Immutable;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Documents.Sheet;
using AgentHelpdesk.TeamsBot.Pages;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>
/// Takes files in, from the connection straight to the disk: one as a raw body (the script), or many as a form (a browser without
/// script). The limit of a file is the inbox's own, so the host's limit on bodies is lifted for this one address.
/// </summary>
internal sealed class UploadReception(ReceiveUpload receive, DocumentList list, PageSpeech speech)
{
    public const string Route = "/uploads";
    public const string NameField = "name";

    private const int LongestField = 1000;

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        return MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReceiveFormAsync(context, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
            : await ReceiveOneAsync(context);
    }

    private async Task<IResult> ReceiveOneAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var request = context.Request;
        var outcome = await receive.ReceiveAsync(request.Query[NameField].ToString(), request.Body, request.ContentLength, Document(request.Query[UploadForm.ReplacesField]), context.RequestAborted);
        return outcome switch
        {
            ReceiveOutcome.Received received => Results.Json(new { id = received.Entry.Id.Value, name = received.Entry.FileName }, statusCode: StatusCodes.Status201Created),
            // Refused is an outcome like another, not a failed request.
            ReceiveOutcome.Refused refused => Results.Json(
                new { name = refused.File, reason = messages.RefusalReason(refused.Reason), remedy = messages.Remedy(refused.Reason, refused.Detail), again = CanBeSentAgain(refused.Reason) }),
            _ => throw new InvalidOperationException($"No reply is known for {outcome.GetType().Name}."),
        };
    }

    private async Task<IResult> ReceiveFormAsync(HttpContext context, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100)
            throw new BadHttpRequestException("A form of files names its boundary.", StatusCodes.Status400BadRequest);
        var messages = speech.Of(context);
        var refused = ImmutableArray.CreateBuilder<SheetNotice>();
        DocumentId? replaces = null;
        var reader = new MultipartReader(boundary, context.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    continue;
                if (!disposition.IsFileDisposition())
                {
                    if (disposition.Name == UploadForm.ReplacesField)
                        replaces = Document(await ShortAsync(section, context.RequestAborted));
                    continue;
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

                // A form sent without choosing a file has one without a name.
                if (name.Length > 0 && await receive.ReceiveAsync(name, section.Body, null, replaces, context.RequestAborted) is ReceiveOutcome.Refused no)
                    refused.Add(new(messages.Refused(no.File, no.Reason, no.Detail), IsFault: true));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form of files can't be read.", StatusCodes.Status400BadRequest, exception);
        }

        return refused.Count == 0
            ? Results.LocalRedirect(ListQuery.Route, permanent: false, preserveMethod: false)
            : await list.ShowAsync(context, view => view with { Inbox = view.Inbox with { Refused = refused.ToImmutable() } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<string> ShortAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestField];
        using var reader = new StreamReader(section.Body);
        var count = await reader.ReadBlockAsync(buffer, cancellationToken);
        return new(buffer, 0, count);
    }

    private static DocumentId? Document(string? text) => DocumentId.TryParse(text, out var id) ? id : null;

    // The connection or the disk is to blame, not the file.
    private static bool CanBeSentAgain(RefusalReason reason) =>
        reason is RefusalReason.NotReadable or RefusalReason.DiskFull or RefusalReason.NotKept or RefusalReason.Failed;
}
