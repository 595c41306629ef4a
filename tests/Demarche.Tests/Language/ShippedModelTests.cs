using System.Security.Cryptography;
using System.Text.Json;

namespace Demarche.Tests.Language;

public sealed class ShippedModelTests
{
    [Fact]
    public void The_manifest_names_the_model_that_is_shipped()
    {
        using var manifest = JsonDocument.Parse(Repository.Data.Open("models/manifest.json"));
        using var model = Repository.Data.Open("models/english.model");
        Assert.Equal(manifest.RootElement.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(model)));
    }

    [Fact]
    public void The_manifest_names_the_model_of_names_that_is_shipped()
    {
        using var manifest = JsonDocument.Parse(Repository.Data.Open("models/manifest.json"));
        using var model = Repository.Data.Open("models/entities.model");
        Assert.InRange(model.Length, 1, 3_000_000);
        Assert.Equal(manifest.RootElement.GetProperty("entities").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(model)));
    }

    [Fact]
    public void The_manifest_names_the_model_of_events_that_is_shipped()
    {
        using var manifest = JsonDocument.Parse(Repository.Data.Open("models/manifest.json"));
        using var model = Repository.Data.Open("models/events.model");
        Assert.InRange(model.Length, 1, 20_000_000);
        Assert.Equal(manifest.RootElement.GetProperty("events").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(model)));
    }

    [Fact]
    public void The_manifest_names_the_model_of_joins_that_is_shipped()
    {
        using var manifest = JsonDocument.Parse(Repository.Data.Open("models/manifest.json"));
        using var model = Repository.Data.Open("models/joins.model");
        Assert.InRange(model.Length, 1, 500_000);
        Assert.Equal(manifest.RootElement.GetProperty("joins").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(model)));
    }

    [Fact]
    public void The_model_is_small_enough_to_ship() => Assert.InRange(Repository.Data.Open("models/english.model").Length, 1, 25_000_000);
}
