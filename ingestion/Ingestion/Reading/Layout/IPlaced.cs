namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>What has a place in the order of a page: a line of text or a whole table.</summary>
internal interface IPlaced
{
    float Left { get; }

    float Right { get; }

    float Top { get; }

    float Bottom { get; }

    /// <summary>Type size in points.</summary>
    float Size { get; }
}
