using BenchGate.Processes;
using Tests.Instrument.Checks;

namespace Tests.Processes;

/// <summary>Only the files of a killed process are deleted.</summary>
[Collection(Alone.Name)]
public sealed class ScratchFolderTests : IDisposable
{
    // Below the temporary folder and with the expected name, as a killed process leaves it.
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_folder_of_a_process_that_is_gone_is_cleared_with_all_that_is_in_it()
    {
        OwnerMark.In(_folder).Dispose(); // the system does this when the owner ends
        File.WriteAllText(Path.Combine(_folder, "note.json"), "{}");

        ScratchFolder.ClearRemains();

        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void One_whose_owner_lives_is_not()
    {
        using var owner = OwnerMark.In(_folder);
        using var scratch = new ScratchFolder();

        ScratchFolder.ClearRemains();

        Assert.True(Directory.Exists(_folder));
        Assert.True(Directory.Exists(scratch.Path));
    }

    [Fact]
    public void Nor_one_that_has_no_mark_since_it_may_be_anybody_s()
    {
        ScratchFolder.ClearRemains();
        Assert.True(Directory.Exists(_folder));
    }

    [Fact]
    public void Nor_one_that_a_link_leads_to()
    {
        using var elsewhere = new ScratchFolder();
        OwnerMark.In(elsewhere.Path).Dispose();
        string link = _folder + "-link";
        Directory.CreateSymbolicLink(link, elsewhere.Path);
        try
        {
            ScratchFolder.ClearRemains();
            Assert.True(OwnerMark.IsAbandoned(elsewhere.Path));
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public void Nothing_is_left_of_one_that_is_disposed()
    {
        var scratch = new ScratchFolder();
        string whole = Path.GetDirectoryName(scratch.Path)!;
        File.WriteAllText(Path.Combine(scratch.Path, "note.json"), "{}");

        scratch.Dispose();

        Assert.False(Directory.Exists(whole));
    }

    /// <summary>An exception leaves a using block through Dispose, so an error of the folder must not hide it.</summary>
    [Fact]
    public void Disposing_one_that_somebody_removed_throws_nothing_in_the_place_of_what_went_wrong()
    {
        var scratch = new ScratchFolder();
        string whole = Path.GetDirectoryName(scratch.Path)!;
        Directory.Delete(scratch.Path);

        scratch.Dispose();

        Assert.False(Directory.Exists(whole));
    }
}
